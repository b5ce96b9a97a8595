/// The words of the lexicon by role; case and accents do not count.
extension Lexicon {
    static let words: [(Roles, String)] = [
        (
            .function,
            """
            il lo la i gli le l un uno una di del dello della dei degli delle dell d a ad al allo alla ai agli alle all da \
            dal dallo dalla dai dagli dalle dall in nel nello nella nei negli nelle nell con col su sul sullo sulla sui \
            sugli sulle sull per tra fra e ed o od ma se che chi cui come quando dove mentre anche ancora non piu meno \
            gia solo poi cosi dopo prima contro senza verso secondo oltre presso durante entro invece inoltre infatti \
            quindi dunque questo questa questi queste quello quella quelli quelle suo sua suoi sue loro ogni tutti tutte \
            nessuno perche perfino persino proprio oggi ieri domani ora intanto quanto si ci ne vi nonostante neppure \
            nemmeno sia né né anzi pero tuttavia ecco ecc the a an of and or but nor to in on at by for from with without \
            as if that this these those its his her their our your my it he she they we you who which what when where \
            while than then so not no yet also only even both either neither because although though after before since \
            until over under about into between among against during within through one such some any all most many now \
            today yesterday tomorrow there here how why just more less meanwhile however instead
            """
        ),
        (.joint, "di del dello della dei degli delle dell d of"),
        (.article, "the a an own its their his her our your my every each no another"),
        (
            .determiner,
            "il lo la i gli le l un uno una the a an its their his her che that oltre quasi circa about nearly"
        ),
        (.locative, "in at near a ad nel nella nell presso outside"),
        (
            .site,
            """
            stabilimento stabilimenti fabbrica fabbriche sede sedi quartier campus museo musei impianto impianti citta \
            comune sindaco uffici ufficio officina officine raffineria centro laboratorio plant plants factory factories \
            headquarters city town mayor office offices museum village street
            """
        ),
        (
            .verb,
            """
            ha hanno aveva avevano avra è e' era erano sara sono fu sia puo possono potrebbe deve devono dovra dovrebbe \
            vuole vogliono vorrebbe sta stanno va vanno fa fanno ha dice spiega annuncia lancia punta compra vende sceglie \
            chiude apre sale scende perde guadagna cede paga firma investe taglia cresce cala conferma valuta studia cerca \
            userà usa resta rimane diventa torna entra esce prepara presenta offre chiede conta lavora produce parla ritira \
            acquista rileva acquisisce vola crolla balza batte vince corre spinge nega smentisce risponde replica aumenta \
            riduce lascia prende mette porta tiene vede pensa crede spera teme vanta serve gestisce controlla possiede \
            tratta insegue prevede licenzia rivede lavora porta guida supera sfida attacca accusa accelera rallenta rinvia \
            sospende blocca assume prosegue continua inizia avvia stringe rafforza rinnova risale sbarca debutta ottiene \
            riceve pubblica registra segna archivia figura ricorda ammette sostiene propone decide promette aspetta \
            is are was were has had have will would can could may might must should does did do said says say plans wants \
            makes made buys bought sells sold launches launched announced announces reported reports posted closed closes \
            rose fell gained lost opens opened cut cuts raised raises hired hires paid pays agreed expects expected \
            declined denies denied needs uses used signed signs shares gets got takes took goes went remains became becomes \
            keeps kept looks bets added adds now won beat beats hit hits made met grew saw led held put set went came told \
            filed urged warned warns faces faced seeks sought hopes hoped aims moved moves offered offers slashed slipped \
            slid jumped climbed surged soared tumbled dropped sank dipped plunged gave gives spent built ended starts \
            started began begins sued owns owned operates employs runs ran joins joined unveils unveiled introduced \
            introduces releases released reveals revealed confirmed confirms acquires acquired merged missed misses topped \
            picks named hikes sees eyes weighs mulls nears backs bought sold targets earns earned hands turns turned tells
            """
        ),
        (
            .head,
            """
            viale piazza piazzale corso largo vicolo lungomare stadio palazzo palazzetto teatro museo fondazione ponte \
            torre parco arena premio trofeo coppa villa castello galleria istituto liceo scuola biblioteca mount saint
            """
        ),
        (
            .tail,
            """
            stadium arena foundation park theatre theater museum tower towers cup award awards prize street avenue road \
            university institute college school hospital masters marathon square hall library county river rainforest \
            basin bridge trophy classic festival
            """
        ),
        (
            .body,
            """
            procura tribunale comune universita politecnico questura prefettura provincia diocesi arcidiocesi accademia \
            conservatorio policlinico university
            """
        ),
        (
            .generic,
            """
            banca banco bank gruppo group poste general american first united new the national international royal great \
            british standard monte cassa credito fondo societa compagnia casa air big air sky old north south east west \
            world global euro european digital open deutsche china japan korea india bank banque banc societe compagnie \
            ferrovie autostrade acque aeroporti assicurazioni nuova nuovo grande grandi san santa best super texas \
            california canadian french italian italia italiana nippon central pacific atlantic mediterranean studio media \
            corriere giornale gazzetta agenzia red blue black white green gold silver capital energy power electric \
            financial insurance motor motors data life home food health smart micro net web one two marks
            """
        ),
        (
            .legal,
            "s spa srl srls inc corp corporation co company ltd limited plc nv n se ag sa gmbh llc llp l lp kgaa kg"
        ),
        (.legal, "ab asa oyj a bv b sas sarl snc scarl scpa pty &"),
        (.title, "mr mrs ms dr sir lord lady ceo cfo president presidente premier papa pope ministro minister senator"),
        (
            .money,
            """
            ricavi ricavo utile utili perdita perdite fatturato debito debiti investimento investimenti investire multa \
            sanzione valore costo costi prezzo vale valgono pagato pagare bilancio ebitda mol margine vendite aumento \
            prestito finanziamento cedola dividendo dividendi euro dollari revenue revenues profit profits loss losses debt \
            sales worth paid pay fine valued value valuation cost costs price investment invest loan dividend earnings \
            deal dollars turnover income corrispettivo accordo capitalizzazione incasso contratto offerta ops opa opas \
            acquisto acquista acquistato acquisizione compra comprato comprata rileva rilevato rilevata cede ceduto ceduta \
            venduto venduta investe investira investono investito investiti spende speso spesa spesi spendere finanzia \
            finanziato raccolto raccoglie round stanziato stanziati stanzia oneri plusvalenza minusvalenza svalutazione \
            risarcimento indennizzo buyback patrimonio bond spent spend raised funding budget bid takeover acquisition
            """
        ),
        (
            .dative,
            """
            resta chiede dice risponde costa piace serve spetta tocca affida paga vende cede offre conviene rimane da capo \
            mano mani riconducibile vicine vicini scrive chiesto detto venduto ceduto versa versato imputa contesta
            """
        ),
        (
            .corporate,
            """
            titolo titoli azione azioni gruppo societa colosso azienda azionista azionisti soci dipendenti lavoratori ceo \
            ad amministratore delegato fondatore portavoce cda quota quote vertici conti trimestrale fatturato ricavi utili \
            manager controllata controllante filiale acquisizione fusione dirigente dirigenti shares share stock \
            shareholder shareholders investors employees employee staff workers executives executive boss chief cfo \
            spokesman spokeswoman spokesperson chairman chairwoman founder founders subsidiary unit stake earnings revenue \
            revenues profit profits layoffs acquisition takeover owner parent board headquarters pilots drivers
            """
        ),
        (.link, "e ed o od a al allo all ai agli and or to"),
        (.percent, "per percent percento pct pc"),
        (.complement, "sui sugli sulla sulle tra fra"),
        (.given, givenNames),
    ]
}
