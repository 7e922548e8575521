import Foundation
import Hashing
import Literate
import Running

/// Pages that were woven before: while nothing that a page is made of changes, neither do its results have to be read
/// nor its code to be colored again.
struct PageStore {
    private let store: ResultStore
    /// What tells the weaver from others.
    private let weaver: String

    init(_ store: ResultStore, weaver: String) {
        self.store = store
        self.weaver = weaver
    }

    /// The page of a chapter that was woven from what `build` knows; nil where it has to be woven.
    func page(of build: ChapterBuild) -> Page? {
        guard build.execution == nil, let name = name(of: build.plan), let data = store.data(name) else { return nil }
        return try? JSONDecoder().decode(Page.self, from: data)
    }

    /// Keeps a page for the build after this one.
    func save(_ page: Page, of plan: ChapterPlan) {
        guard let name = name(of: plan), let data = try? JSONEncoder().encode(page) else { return }
        store.save(data, as: name)
    }

    private func name(of plan: ChapterPlan) -> String? {
        plan.digests.map { "pages/" + sha256(of: [weaver, plan.chapter.slug, plan.chapter.source.text] + $0) }
    }
}
