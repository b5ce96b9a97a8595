import Model
import Views

/// The results that were looked at, for the way back through them: like vim's list of jumps.
struct Trail: Equatable {
    /// The lists, each query once, the one left last at the end.
    var places: [App.Place] = []
    /// Which of them is on the screen; `places.count` where none of them is.
    var at = 0
    /// How many are kept.
    private static let most = 20

    /// A list is left for another one.
    mutating func leave(_ place: App.Place) {
        var place = place
        place.articles = place.articles.trimmed
        places.removeAll { $0.articles.query == place.articles.query }
        places.append(place)
        places.removeFirst(max(0, places.count - Trail.most))
        at = places.count
    }

    /// The list before the one on the screen, which is remembered as it is; `nil` where there is none.
    mutating func goBack(from place: App.Place) -> App.Place? {
        if at == places.count {
            leave(place)
            at -= 1
        } else {
            places[at] = place
        }
        guard at > 0 else { return nil }
        at -= 1
        return places[at]
    }

    /// The list after the one on the screen, which is remembered as it is; `nil` where there is none.
    mutating func goForward(from place: App.Place) -> App.Place? {
        guard at + 1 < places.count else { return nil }
        var place = place
        place.articles = place.articles.trimmed
        places[at] = place
        at += 1
        return places[at]
    }
}

extension App {
    /// The list on the screen, with its cursor and what is read.
    var place: Place {
        Place(articles: screen.articles, focus: screen.focus, reader: screen.focus == .reader ? screen.reader : nil)
    }

    /// Ctrl-O: the result before, with its cursor and query; from there Esc comes back.
    mutating func goToPreviousResult() -> [Effect] {
        let here = place
        return go(to: trail.goBack(from: here), from: here, orSay: "No result before this one.")
    }

    /// Ctrl-N: the result from which Ctrl-O went back.
    mutating func goToNextResult() -> [Effect] {
        let here = place
        return go(to: trail.goForward(from: here), from: here, orSay: "No result after this one.")
    }

    private mutating func go(to place: Place?, from here: Place, orSay nothing: String) -> [Effect] {
        guard let place else {
            say(nothing)
            return []
        }
        if earlier.last?.articles.query == place.articles.query { earlier.removeLast() } else { earlier.append(here) }
        screen.readerIsWide = false
        return restore(place)
    }

    /// The next order of three; the list begins anew, and Esc leads to where it led before.
    mutating func changeOrder() -> [Effect] {
        let orders = Query.Order.allCases
        let place = orders.firstIndex(of: screen.articles.query.order) ?? 0
        let order = orders[(place + 1) % orders.count]
        let text = Query.text(screen.articles.queryText, inOrder: order)
        guard let query = try? Query.parse(text) else { return [] }
        screen.focus = .articles
        screen.articles.rangeStart = nil
        switch order {
        case .date: say("The newest first.")
        case .rank: say("The best first: rare words, titles and leads count more, and so do newer articles.")
        case .source: say("By source, the newest first within each.")
        }
        return [show(query, text: text)]
    }
}
