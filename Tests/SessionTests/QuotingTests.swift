import Testing

@testable import rassegna

struct QuotingTests {
    @Test(arguments: [
        ("source:Il Telaio", "source:\"Il Telaio\""), ("company:Banco BPM", "company:\"Banco BPM\""),
        ("company:openai company:google", "company:openai company:google"), ("is:unread -oracle", "is:unread -oracle"),
        ("enel OR eni", "enel OR eni"),
        ("(company:enel OR company:eni) is:unread", "(company:enel OR company:eni) is:unread"),
        ("company:openai chip", "company:openai chip"), ("company:Intesa Sanpaolo", "company:\"Intesa Sanpaolo\""),
        ("is:unread openai", "is:unread openai"), ("lang:it openai", "lang:it openai"),
        ("since:30d openai", "since:30d openai"), ("since:last week", "since:\"last week\""),
        ("sort:rank openai", "sort:rank openai"), ("about:openai AND chip", "about:openai AND chip"),
        ("title:tim is:unread", "title:tim is:unread"), ("\"data center\"", "\"data center\""), ("enel", "enel"),
    ])
    func `quotes that the shell took away come back, whole queries stay as they are`(word: String, query: String) {
        #expect(QueryArguments.requote(word) == query)
    }
}
