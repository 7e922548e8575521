import CommonMark

extension Problem {
    /// A problem for each image of `document` that says nothing to who can't see it.
    static func imagesWithoutText(in document: Node, of source: SourceText) -> [Problem] {
        document.images.filter { image in
            let isNamed = image.attributes.map { $0["alt"] != nil || $0["fig-alt"]?.isEmpty == false } ?? false
            return !isNamed && image.node.plainText.allSatisfy(\.isWhitespace)
        }.map { image in
            source.problem(
                "the image has no text for readers who can't see it", at: image.node.position?.location,
                fix:
                    "write it into the brackets: '![two falling curves](…)'; '{alt=\"\"}' behind one that only decorates"
            )
        }
    }

    /// A problem for each image of `document` that has a figure's label but stands in a sentence, where it is no figure.
    static func labeledImagesInText(in document: Node, of source: SourceText) -> [Problem] {
        document.images.filter { !$0.isFigure && $0.attributes?.id.flatMap(LabelKind.init(label:)) == .figure }.map {
            source.problem(
                "an image in a sentence is no figure: it has no number that '\($0.attributes?.id ?? "")' could refer to",
                at: $0.node.position?.location, fix: "put it into a paragraph of its own, or take the label away")
        }
    }
}

/// An image of a text, with the attributes behind it.
struct Image {
    var node: Node
    /// Whether it stands in a paragraph of its own.
    var isFigure: Bool
    /// Where the image's file is, as its author wrote it.
    var address: String
    var attributes: Attributes?
}

extension Node {
    /// The images below this node, in the order of the text.
    var images: [Image] {
        if case .figure(let attributes) = kind, let node = children.first, case .image(let address, _) = node.kind {
            return [Image(node: node, isFigure: true, address: address, attributes: attributes)]
        }
        return children.indices.flatMap { index -> [Image] in
            guard case .image(let address, _) = children[index].kind else { return children[index].images }
            return [
                Image(
                    node: children[index], isFigure: false, address: address,
                    attributes: children.dropFirst(index + 1).attributes)
            ]
        }
    }
}

extension Chapter {
    /// The addresses of the chapter's images, in the order of the text.
    public var images: [(address: String, location: Location)] {
        document.images.map { ($0.address, $0.node.position?.location ?? Location(line: 1, column: 1)) }
    }
}
