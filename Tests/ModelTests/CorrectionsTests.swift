import Model
import Testing

struct CorrectionsTests {
    @Test func `words are compared folded and on one line`() {
        #expect(Correction(" Banca\n Sella ", .notAName).surface == "Banca Sella")
        #expect(Correction("L’ORÉAL", .notAName).key == Correction("l'Oreal", .notAName).key)
    }

    @Test func `of two corrections of one name the later counts`() {
        let log = Corrections([Correction("Vale", .notAName), Correction("VALE", .means("Vale SA"))])
        #expect(log.rulings["vale"]?.isName == true)
        #expect(log.rulings["vale"]?.company == "Vale SA")
        let back = Corrections([Correction("Vale", .means("Vale SA")), Correction("Vale", .kind(.person))])
        #expect(back.rulings["vale"]?.company == nil)
        #expect(back.rulings["vale"]?.kind == .person)
    }

    @Test func `a product that means a company stays a product`() {
        let ruling = Corrections([Correction("Nova", .kind(.product)), Correction("Nova", .means("Acme"))]).rulings[
            "nova"]
        #expect(ruling?.kind == .product)
        #expect(ruling?.company == "Acme")
    }

    @Test func `companies that are the same go under the last name, and no circle is endless`() {
        let chain = Corrections([
            Correction("A", .sameAs(from: "A", to: "B")), Correction("B", .sameAs(from: "B", to: "C")),
        ])
        #expect(chain.name(of: "A") == "C")
        #expect(chain.name(of: "D") == "D")
        let circle = Corrections([
            Correction("A", .sameAs(from: "A", to: "B")), Correction("B", .sameAs(from: "B", to: "C")),
            Correction("C", .sameAs(from: "C", to: "A")),
        ])
        #expect(Set(["A", "B", "C"].map(circle.name)).count == 1 || circle.name(of: "C") == "A")
        let there = Corrections([
            Correction("A", .sameAs(from: "A", to: "B")), Correction("B", .sameAs(from: "B", to: "A")),
        ])
        #expect(["A", "B"].map(there.name) == ["A", "A"])
    }

    @Test(arguments: [
        Correction("Acme", .notAName), Correction("Acme", .kind(.organization)), Correction("Acme", .means("Eni")),
        Correction("Acme", .sameAs(from: "Acme", to: "Eni")), Correction("Acme", .newCompany("Acme")),
    ])
    func `a verdict is read back from its words`(correction: Correction) {
        let verdict = correction.verdict
        #expect(Correction.Verdict(word: verdict.word, value: verdict.value, origin: verdict.origin) == verdict)
    }

    @Test func `words that make no verdict are refused`() {
        for (word, value, origin) in [
            ("means", nil, nil), ("kind", "amount", nil), ("kind", "x", nil), ("same-as", "A", "A"),
            ("other", "A", nil),
            ("not-a-name", "A", nil), ("same-as", "A", nil), ("means", "", nil),
        ] as [(String, String?, String?)] {
            #expect(Correction.Verdict(word: word, value: value, origin: origin) == nil, "\(word)")
        }
    }

    @Test func `a change of the log reaches its surfaces and every name of its companies`() {
        let before = [Correction("A", .sameAs(from: "A", to: "B"))]
        let after = before + [Correction("B", .sameAs(from: "B", to: "C")), Correction("Vale", .notAName)]
        let reach = Corrections.reach(from: before, to: after)
        #expect(reach.surfaces == ["Vale"])
        #expect(reach.companies == ["B", "C"])
        #expect(Corrections.reach(from: after, to: after).isEmpty)
        // Without the first, what appears as C was A: it must be found too.
        #expect(Corrections.reach(from: after, to: Array(after.dropFirst())).companies.contains("C"))
    }
}
