// The words of elements' names, in small letters.
extension HTMLWords {
    static let furniture = """
        share shares sharing sharebar sharethis sharebox sharebuttons sharelinks addthis addtoany sharedaddy social
        socials socialmedia socialbar socialshare condividi condivisione teilen partager compartir
        newsletter newsletters subscribe subscription subscriptions signup optin mailchimp iscriviti iscrizione
        abbonati abbonamento abbonamenti abo
        related relateds relatedposts relatedarticles relatedcontent recommended recommendation recommendations recirc
        recirculation correlati correlate correlato suggested suggestions morestories readmore readnext upnext trending
        popular mostread mostpopular piuletti potrebbe verwandt teasers
        promo promos promotion promobox advert adverts ad ads adv advertisement advertisements advertising adsense
        adslot adbox adunit dfp googleads sponsor sponsored sponsors banner banners affiliate affiliates pubblicita
        werbung anzeige publicite outbrain taboola ligatus zergnet revcontent mgid
        breadcrumb breadcrumbs briciole tags taglist tagcloud cookie cookies gdpr consent sidebar sidebars
        toolbar menu submenu nav navbar navi navigation navigazione subnav pagination pager masthead copyright
        disclaimer disclosure footer popup modal lightbox login rating ratings feedback donate donation
        jetpack onesignal wpcnt crp yarpp shariff printfriendly tableofcontents cta bio bios excerpt excerpts saboxplugin
        """

    static let labels = """
        byline bylines author authors autore autori date dateline timestamp published updated meta metadata postmeta
        kicker eyebrow category categories categoria attribution
        """

    static let authors = """
        byline bylines author authors autore autori autor auteur writer reporter contributor contributors firma
        verfasser vcard authorname postauthor articleauthor
        """

    static let dates = """
        date dateline timestamp datetime published pubdate postdate publishdate posted pubblicato datum
        """

    static let folded = """
        accordion accordions collapse collapsed collapsible expandable tabpanel faq faqs
        """

    static let captions = """
        caption captions figcaption didascalia bildunterschrift legende wpcaption credit credits photocredit
        """

    static let comments = """
        comments comment commenti commentlist commentarea disqus kommentare livefyre respond
        """

    static let bodies = """
        articlebody articlecontent articletext storybody storycontent storytext postbody postcontent posttext
        entrycontent bodytext bodycopy fulltext articolo_testo maintext blogcontent newsbody newstext newscontent
        """

    /// Words that mean furniture only where they are the whole name.
    static let wholeNames = """
        widget widgets hidden invisible hide teaser modal aside cta toc photogallery
        """

    static let furniturePairs = """
        sr only
        visually hidden
        screen reader
        d none
        print block
        read more
        more stories
        more articles
        more news
        more from
        more on
        see also
        leggi anche
        tag list
        post tags
        article tags
        entry tags
        top strip
        story tools
        article tools
        follow us
        piu letti
        most read
        most popular
        most viewed
        author box
        author bio
        author info
        author card
        author profile
        about author
        post author
        site header
        site footer
        page header
        call action
        up next
        next post
        prev post
        post nav
        post navigation
        skip link
        skip links
        skip nav
        skip to
        print only
        key takeaways
        side bar
        widget area
        widget title
        sidebar widget
        right rail
        right col
        right column
        in article
        inline promo
        pull out
        toc container
        toc wrapper
        toc widget
        toc list
        toc link
        ez toc
        mntl toc
        vector toc
        post toc
        article toc
        floating toc
        toc inner
        toc title
        toc content
        toc box
        lwptoc toc
        table contents
        to action
        latest updates
        photogallery wrapper
        """

    static let labelPairs = """
        post date
        entry meta
        entry header
        article meta
        article info
        article header
        post info
        post header
        pub date
        publish date
        date time
        time stamp
        reading time
        read time
        entry footer
        article footer
        post footer
        """

    static let commentPairs = """
        comment list
        discussion thread
        """

    static let bodyPairs = """
        article body
        article content
        article text
        article copy
        article main
        article story
        article detail
        body text
        body copy
        body content
        content body
        content text
        entry content
        entry body
        entry text
        main content
        main text
        news body
        news content
        news text
        node content
        page content
        post body
        post content
        post text
        post entry
        story body
        story content
        story text
        story copy
        blog content
        blog body
        single content
        rich text
        article html
        testo articolo
        corpo articolo
        articolo testo
        contenuto articolo
        artikel text
        """
}
