import Entities
import Testing

/// How far the name of a product goes.
struct ModelNameTests {
    private let annotator: Annotator

    init() throws {
        annotator = try SmallCatalogue.annotator()
    }

    @Test(arguments: [
        ("Ecco iPhone 17 Pro Max, e basta", "iPhone 17 Pro Max"), ("L'iPhone 17e costa", "iPhone 17e"),
        ("Con Azure 26.4 arriva", "Azure 26.4"), ("Il DALL·E 3 disegna", "DALL·E 3"),
        ("Un iPhone 10R nero", "iPhone 10R"),
        ("Costa ChatGPT Plus meno", "ChatGPT Plus"), ("Un iPhone 15 Pro+ nero", "iPhone 15 Pro+"),
        ("L'iPhone Series 11 nero", "iPhone Series 11"), ("Con ChatGPT 5 a casa", "ChatGPT 5"),
    ])
    func `a version belongs to the product`(text: String, product: String) {
        #expect(annotator.mentions(text).contains { $0.hasPrefix("product \(product) = ") })
    }

    @Test(arguments: [
        "Con iPhone 30 minuti bastano", "In iPhone 5 milioni di euro", "Di iPhone 20% in più", "Nel iPhone 2026 molto",
        "Su iPhone Q3 è duro", "Un iPhone 1.000 volte", "Da iPhone 7 € di sconto", "L'iPhone, 17 anni",
        "Un iPhone plus",
    ])
    func `a number that counts something else does not`(text: String) {
        #expect(annotator.mentions(text).contains("product iPhone = Apple"))
    }
}
