import Testing

@testable import rassegna

struct QuotingTests {
    @Test(arguments: [
        ("source:Il Telaio", "source:\"Il Telaio\""), ("company:Banco BPM", "company:\"Banco BPM\""),
        ("company:openai company:google", "company:openai company:google"), ("is:unread -oracle", "is:unread -oracle"),
        ("enel OR eni", "enel OR eni"),
        ("(company:enel OR company:eni) is:unread", "(company:enel OR company:eni) is:unread"),
        ("title:tim is:unread", "title:tim is:unread"), ("\"data center\"", "\"data center\""), ("enel", "enel"),
    ])
    func `quotes that the shell took away come back, whole queries stay as they are`(word: String, query: String) {
        #expect(QueryArguments.requote(word) == query)
    }
}
