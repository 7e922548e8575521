import Foundation
import Hashing
import Literate
import Running
import Synchronization

/// A page with what the search finds in it.
struct WovenPage: Codable, Sendable {
    let page: Page
    let sections: [SearchIndex.Section]

    init(_ page: Page) {
        self.page = page
        sections = SearchIndex.sections(of: page)
    }
}

/// Pages that were woven before: while nothing that a page is made of changes, neither do its results have to be read
/// nor its code to be colored again.
struct PageStore {
    private let store: ResultStore
    /// What tells the weaver from others.
    private let weaver: String
    private let memory: PageMemory

    init(_ store: ResultStore, weaver: String, memory: PageMemory) {
        self.store = store
        self.weaver = weaver
        self.memory = memory
    }

    /// The page of a chapter that was woven from what `build` knows; nil where it has to be woven.
    func page(of build: ChapterBuild) -> WovenPage? {
        guard build.execution == nil, let name = name(of: build.plan) else { return nil }
        if let page = memory.page(name) { return page }
        let page = store.data(name).flatMap { try? JSONDecoder().decode(WovenPage.self, from: $0) }
        if let page { memory.keep(page, name) }
        return page
    }

    /// Keeps a page for the build after this one.
    func save(_ page: WovenPage, of plan: ChapterPlan) {
        guard let name = name(of: plan), let data = try? JSONEncoder().encode(page) else { return }
        store.save(data, as: name)
        memory.keep(page, name)
    }

    private func name(of plan: ChapterPlan) -> String? {
        plan.digests.map { "pages/" + sha256(of: [weaver, plan.chapter.slug, plan.chapter.source.text] + $0) }
    }
}

/// The last page of each chapter, for builds that follow one another in one process.
final class PageMemory: Sendable {
    private let pages = Mutex<[String: (name: String, page: WovenPage)]>([:])

    func page(_ name: String) -> WovenPage? {
        pages.withLock { pages in pages.values.first { $0.name == name }?.page }
    }

    func keep(_ page: WovenPage, _ name: String) {
        pages.withLock { $0[page.page.slug] = (name, page) }
    }
}
