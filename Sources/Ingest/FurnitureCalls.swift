/// What pages say to their readers, in Italian and English, folded.
extension FurnitureTables {
    /// Beginnings of lines that ask the reader to do something on the page, or state its rights.
    static let calls = phrases(
        """
        condividi
        condividete
        condividilo
        share this
        share on
        share via
        share the article
        share the story
        share it on
        share with
        invia su
        invia via
        tweet this
        seguici
        seguiteci
        segui il nostro
        segui la nostra
        segui i nostri
        segui le nostre
        segui tutte le notizie
        segui gli aggiornamenti su
        resta aggiornato
        rimani aggiornato
        restate aggiornati
        follow us
        follow me on
        follow our
        follow the author
        like us on
        stay up to date
        stay tuned
        iscriviti
        iscrivetevi
        iscrizione alla newsletter
        registrati
        unisciti
        entra nel nostro
        abbonati ora
        abbonati subito
        abbonati qui
        abbonati per
        sei gia abbonato
        sign up for
        sign up to
        sign up now
        sign up here
        sign up today
        sign in
        log in
        accedi con
        accedi per
        subscribe to
        subscribe now
        subscribe for
        subscribe today
        subscribe here
        already a subscriber
        join # readers
        join # subscribers
        join our
        join us on
        join the conversation
        join the discussion
        join the newsletter
        ricevi la newsletter
        ricevi la nostra
        ricevi le nostre
        ricevi le notizie
        ricevi ogni
        get our
        get the newsletter
        get the latest
        download our app
        download the app
        scarica l app
        scarica la nostra app
        lascia un commento
        lasciate un commento
        scrivi un commento
        aggiungi un commento
        commento all articolo
        commenta l articolo
        commenta la notizia
        commenta con
        leave a comment
        leave a reply
        leave us a comment
        post a comment
        write a comment
        add a comment
        comments are
        comments :
        # comments
        # commenti
        # comment
        # commento
        perche non condivid
        perche non condividi
        perche non condividere
        perche non condividerlo
        se ti e piaciuto
        se vi e piaciuto
        se l articolo ti e piaciuto
        ti e piaciuto
        vi e piaciuto
        if you liked this
        if you enjoyed this
        if you like this
        did you like this
        did you enjoy this
        sostieni
        sostienici
        support our
        support us
        donate
        foto :
        photo :
        immagine :
        image :
        credit :
        credits :
        crediti :
        photo credit
        photo by
        riproduzione riservata
        all rights reserved
        tutti i diritti riservati
        copyright
        questo articolo contiene link
        this article contains affiliate
        this post contains affiliate
        this story contains affiliate
        some links in this
        some of the links
        some of these links
        alcuni link
        alcuni dei link
        i link presenti
        questo sito
        this site uses cookies
        this website uses cookies
        we use cookies
        usiamo i cookie
        utilizziamo i cookie
        informativa privacy
        informativa sulla privacy
        privacy policy
        cookie policy
        gestisci i cookie
        preferenze cookie
        contenuto sponsorizzato
        sponsored by
        questo contenuto e sponsorizzato
        il tuo indirizzo email
        your email address
        buy now
        shop now
        acquista ora
        compra ora
        vai all offerta
        vedi l offerta
        vedi offerta
        hai trovato utile
        ti e stato utile
        was this article helpful
        was this helpful
        hai bisogno di aiuto
        hai una segnalazione
        segnala un errore
        articolo scritto in collaborazione
        have a story
        have a tip
        got a tip
        have a question
        have another question
        disclosure :
        our standards
        enable javascript
        please enable javascript
        tempo di lettura
        reading time
        # min read
        # minute read
        # min di lettura
        get the free
        chat with us
        citation :
        journal information :
        tagged in
        tagged with
        filed under
        related topics :
        related stories :
        related articles :
        must read :
        see more :
        don t miss :
        support independent journalism
        want great stories
        want more stories
        want more
        view post on
        image from
        """)

    /// Phrases that only notices to the reader have, anywhere in a line.
    static let notices = phrases(
        """
        we may earn
        we may receive a commission
        may earn a commission
        may earn us a commission
        we earn a commission
        earn a small commission
        earn an affiliate commission
        earns a commission
        potremmo ricevere una commissione
        potremmo guadagnare
        potremmo percepire
        riceviamo una commissione
        ricevere una commissione
        ricevere una piccola commissione
        senza costi aggiuntivi per te
        senza costi aggiuntivi per voi
        senza alcun costo aggiuntivo
        senza costi extra per te
        supportano il sito
        supporta il sito
        sostengono il sito
        sostieni il sito
        at no extra cost
        at no additional cost
        no extra cost to you
        as an amazon associate
        in qualita di affiliato amazon
        programma di affiliazione di amazon
        in your inbox
        to your inbox
        nella tua casella
        sulla tua email
        condividilo sui
        condividilo con
        condividerlo sui
        iscriverti al canale
        iscriverti alla newsletter
        iscriviti alla newsletter
        iscriviti al canale
        iscriviti al nostro
        seguici su
        seguici anche
        follow us on
        sign up for our newsletter
        subscribe to our newsletter
        subscribe to our channel
        lascia un commento
        fatecelo sapere nei commenti
        faccelo sapere nei commenti
        dicci la tua nei commenti
        scrivilo nei commenti
        let us know in the comments
        tell us in the comments
        riproduzione riservata
        all rights reserved
        tutti i diritti riservati
        we may receive compensation
        may receive compensation for
        may receive a portion of
        may receive a share of
        we may get a commission
        may get a commission
        is subject to copyright
        no part may be reproduced
        may not be published broadcast
        may not be reproduced distributed
        for more information on cookies
        support quality journalism
        support our journalism
        please consider subscribing
        become a subscriber
        delivered right to your inbox
        delivered to your inbox
        delivered straight to your inbox
        straight to your inbox
        like us on facebook
        follow us on twitter
        follow her on twitter
        follow him on twitter
        follow them on twitter
        can be reached at
        may be reached at
        e vietata la riproduzione
        vietata la riproduzione
        unisciti al canale
        """)
}
