import MathTypesetting
import Testing

/// A formula of the kinds that the course has, and the MathML that is to be in its HTML.
struct FormulaCase: CustomTestStringConvertible {
    var tex: String
    var mathML: [String]
    /// The font files that it is seen in.
    var fonts: [String]

    var testDescription: String { tex }

    static let all: [FormulaCase] = [
        FormulaCase(tex: "x^2", mathML: ["<msup><mi>x</mi><mn>2</mn></msup>"], fonts: ["Main-Regular", "Math-Italic"]),
        FormulaCase(
            tex: #"\frac{1}{n}\sum_{i=1}^{n} \ell(f_\theta(x_i), y_i)"#,
            mathML: [
                "<mfrac><mn>1</mn><mi>n</mi></mfrac>", "<munderover><mo>∑</mo>", "<msub><mi>f</mi><mi>θ</mi></msub>",
            ],
            fonts: ["Main-Regular", "Math-Italic", "Size2-Regular"]),
        FormulaCase(
            tex: #"\lVert w \rVert_2^2 + \lambda \lvert w_j \rvert"#,
            mathML: ["<msubsup>", "<mi>λ</mi>", "∥", "∣"], fonts: ["Main-Regular", "Math-Italic"]),
        FormulaCase(
            tex: #"\begin{bmatrix} a & b \\ c & d \end{bmatrix}"#,
            mathML: ["<mtable", "<mtr><mtd>"], fonts: ["Main-Regular", "Math-Italic", "Size3-Regular"]),
        FormulaCase(
            tex: #"\begin{aligned} L &= a \\ &= b \end{aligned}"#,
            mathML: ["<mtable", #"columnalign="right left""#], fonts: ["Main-Regular", "Math-Italic"]),
        FormulaCase(
            tex: #"\begin{cases} 0 & \text{if } x < 0 \\ x & \text{otherwise} \end{cases}"#,
            mathML: ["<mtext>otherwise</mtext>", "&lt;"], fonts: ["Main-Regular", "Math-Italic", "Size4-Regular"]),
        FormulaCase(
            tex: #"\operatorname*{arg\,min}_{\theta} \mathcal{L}(\theta)"#,
            mathML: ["<munder>", ">arg", "min</mi>", #"<mi mathvariant="script">L</mi>"#],
            fonts: ["Caligraphic-Regular", "Main-Regular", "Math-Italic"]),
        FormulaCase(
            tex: #"\boldsymbol{\theta}, \mathbf{w}"#,
            mathML: [#"<mi mathvariant="bold-italic">θ</mi>"#, #"<mi mathvariant="bold">w</mi>"#],
            fonts: ["Main-Bold", "Main-Regular", "Math-BoldItalic"]),
        FormulaCase(
            tex: #"\mathbb{E}_{x \sim p}\left[\log \frac{1}{1 + e^{-x}}\right]"#,
            mathML: [#"<mi mathvariant="double-struck">E</mi>"#, "<mo>∼</mo>", "<mi>log</mi>"],
            fonts: ["AMS-Regular", "Main-Regular", "Math-Italic", "Size3-Regular"]),
        FormulaCase(
            tex: #"\hat{y} = \sqrt{\bar{x}} \odot \tilde{z}"#,
            mathML: ["<msqrt>", #"<mover accent="true">"#, "<mo>⊙</mo>"], fonts: ["Main-Regular", "Math-Italic"]),
        FormulaCase(
            tex: #"\underbrace{a + b}_{\text{penalty}}"#,
            mathML: ["<munder>", "<mo stretchy=\"true\">⏟</mo>"], fonts: ["Main-Regular", "Math-Italic"]),
        FormulaCase(
            tex: #"\textbf{\textit{slanted}}\texttt{code}"#,
            mathML: ["<mtext"], fonts: ["Main-BoldItalic", "Typewriter-Regular"]),
    ]
}
