/// Given names that Italian and English news use most; a name after one of them is a surname.
let givenNames = """
    adam adolfo adriana adriano agnese agostino alan alba albert alberta alberto aldo alessandra alessandro alessia alessio \
    alex alexander alfonso alfredo alice alison amanda amber amedeo amelia amy ana andrea andreas andrew angela angelo anita \
    anna anne annalisa anthony antonella antonello antonia antonino antonio antony arianna armando arnaldo arthur arturo \
    attilio augusto aurelio aurora barbara beatrice ben benedetta benedetto benedict benjamin bernard bernardo beth bettina \
    biagio bianca bill bob brad brandon brenda brian bruce bruno camilla carl carla carlo carlos carlotta carmela carmelo \
    carmen carol carola caroline catherine caterina cecilia charles charlotte chiara chris christian christina christine \
    christopher cinzia claire clara claudia claudio colin corrado cosimo costanza craig cristian cristiana cristiano cristina \
    daniel daniela daniele danilo dario dave david davide deborah denis dennis diana diane diego dino domenico donald \
    donatella donato doug douglas edith edoardo eduardo edward elena eleonora elia elio elisa elisabetta elizabeth ellen elon \
    emanuela emanuele emil emiliano emilio emily emma enrica enrico enzo eric ernesto ettore eugenio eva evelyn ezio fabiana \
    fabio fabrizio fausto federica federico felice ferdinando filippo fiorella flavia flavio francesca francesco franco frank \
    frederick fulvio gabriel gabriele gaetano gary gemma gennaro geoffrey george gerald gerardo giacomo giampaolo gian giancarlo \
    gianfranco gianluca gianluigi gianmarco gianni gilberto gina gino giordano giorgia giorgio giovanna giovanni giulia giuliana \
    giuliano giulio giuseppe giuseppina gordon grace graham gregory guglielmo guido hannah harold harrison harry heather hector \
    helen henry herbert howard hugh ian ignazio igor ilaria ines irene isabella italo ivan ivana ivano jack jackie jacob james \
    jamie jane janet jason jean jeff jeffrey jennifer jeremy jerry jessica jim joan joe johanna john johnny jon jonathan jordan \
    jorge joseph joshua juan judith julia julian julie karen karl kate katherine kathleen keir keith kelly ken kenneth kevin kim \
    kristin lara larry laura lauren leo leonard lewis lia lidia liliana linda lisa livia livio liz loredana lorena lorenza \
    lorenzo louis luc luca lucas luciana luciano lucia lucio lucy luigi luis luisa lukas luke maddalena manuel manuela mara \
    marcella marcello marco margaret margherita maria marianna mariano marie marina mario marisa mark marta martin martina \
    martino mary massimiliano massimo matilde matt matteo matthew maura maureen maurizio mauro max megan melissa michael michela \
    michele michelle miguel mike mirko monica morgan nadia nancy natalia natalie nathan neil nicholas nick nicola nicole \
    nicoletta nicolo nina nino noah noemi olga oliver olivia omar orlando oscar ottavio pablo pamela paola paolo pasquale patricia \
    patrick patrizia patrizio paul paula pedro peter phil philip pier piera pierluigi piero pierpaolo pietro rachel raffaella \
    raffaele ralph raymond rebecca remo renata renato renzo ricardo riccardo richard rita robert roberta roberto rocco rodolfo \
    roger roland rolando romano ron ronald rosa rosario ross rossella ruth ryan sabrina salvatore sam samantha samuel sandra sandro \
    sara sarah scott sean sebastian sebastiano serena sergio severino sharon silvana silvano silvia silvio simon simona simone \
    sofia sonia sophie stefania stefano stella stephanie stephen steve steven stuart sue susan susanna susanne tania ted teresa \
    terry thomas tiziana tiziano tom tommaso tony ubaldo ugo umberto valentina valentino valeria valerio vanessa vera veronica \
    victor victoria vincent vincenzo virginia vito vittoria vittorio viviana walter wanda warren wayne wendy will william zoe
    """
