import Model
import Terminal
import Views

/// What each action does.
extension App {
    mutating func perform(_ action: Action, key: Key? = nil) -> [Effect] {
        switch action {
        case .down: return move(by: 1)
        case .up: return move(by: -1)
        case .top: return moveToEnd(false)
        case .bottom: return moveToEnd(true)
        case .halfPageDown: return move(by: max(1, pageLength / 2))
        case .halfPageUp: return move(by: -max(1, pageLength / 2))
        case .pageDown: return move(by: pageLength)
        case .pageUp: return move(by: -pageLength)
        case .left: return foldHere() ? [] : focusNeighbour(-1)
        case .right: return unfoldHere() ? [] : focusNeighbour(1)
        case .nextPane: return focusNext()
        case .nextArticle: return openNeighbour(1)
        case .previousArticle: return openNeighbour(-1)
        case .open: return open()
        case .readOn: return readOn()
        case .wide: return toggleWide()
        case .furniture: return toggleFurniture()
        case .changes: return toggleChanges()
        case .browser: return browse()
        case .openLink: return openLink(key)
        case .toggleRead: return toggleRead()
        case .markAllRead: return markAllRead()
        case .toggleStar: return toggleStar()
        case .selectRange: return selectRange()
        case .tag: return beginTagging()
        case .undo: return [.undo]
        case .redo: return [.redo]
        case .history: return showHistory()
        case .search: return beginSearch()
        case .next: return next(forward: true)
        case .previous: return next(forward: false)
        case .filter: return showFilterMenu()
        case .order: return changeOrder()
        case .previousResult: return goToPreviousResult()
        case .nextResult: return goToNextResult()
        case .back: return goBack()
        case .saveSearch: return beginSaving()
        case .raiseSearch: return moveSearch(by: -1)
        case .lowerSearch: return moveSearch(by: 1)
        case .pickCompany: return pickCompany()
        case .entityArticles: return listEntityArticles()
        case .nextEntity: return moveEntity(forward: true)
        case .previousEntity: return moveEntity(forward: false)
        case .follow: return follow()
        case .correctEntity: return showVerdicts()
        case .addSource: return beginAddition()
        case .refresh: return refreshHere()
        case .refreshAll: return refreshAll()
        case .editSource: return chosenSearch == nil ? showSourceMenu() : showSearchMenu()
        case .removeSource: return chosenSearch == nil ? askRemoval() : removeSearch()
        case .wholePage: return fetchWholePage()
        case .copyAddress: return copyAddress()
        case .copyQuote: return copyQuote()
        case .command: return beginCommand()
        case .help: return showHelp()
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .quit: return leave()
        }
    }
}
