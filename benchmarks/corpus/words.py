"""What the made-up network talks about: titles, rooms, and sentences to mix."""

from typing import Final

# (title, topics, audiences, needs) of an event.
THEMES: Final = (
    ("Aamukahvit", ("company",), ("everyone", "elderly"), ("lonely", "new-here")),
    ("Avoin perhekahvila", ("parenting", "company"), ("families", "children"), ("new-here",)),
    ("Neulepiiri", ("crafts", "company"), ("everyone",), ("lonely", "shy")),
    ("Korjauskahvila", ("repair-and-reuse",), ("everyone", "volunteers"), ("no-money",)),
    ("Maalausilta", ("art",), ("working-age", "recovering"), ("shy",)),
    ("Yhteislaulua", ("music",), ("elderly", "everyone"), ("lonely",)),
    ("Elokuvailta", ("theatre-and-film",), ("young-people", "students"), ("no-money",)),
    ("Lukupiiri", ("reading",), ("everyone", "working-age"), ("shy", "lonely")),
    ("Kotiseutuilta", ("local-history",), ("elderly", "newcomers"), ("new-here",)),
    ("Juhlapöytä", ("celebrations", "food"), ("everyone",), ("lonely", "no-money")),
    ("Tuolijumppa", ("exercise", "health"), ("elderly", "disabled-people"), ("which-place",)),
    ("Kävelyretki", ("outdoors", "exercise"), ("everyone", "carers"), ("what-is-there",)),
    ("Lautapeli-ilta", ("games",), ("young-people", "students"), ("new-here", "shy")),
    ("Digiopastus", ("digital-guidance", "advice"), ("elderly",), ("who-could-help",)),
    ("Kielikahvila", ("languages",), ("immigrants", "newcomers"), ("new-here",)),
    ("Verenpaineen mittaus", ("health", "advice"), ("long-term-illness",), ("who-could-help",)),
    ("Hengähdyshetki", ("mental-wellbeing",), ("carers", "recovering"), ("shy", "lonely")),
    ("Vertaisryhmä", ("peer-support",), ("long-term-illness", "carers"), ("who-could-help",)),
    ("Neuvontapiste", ("advice",), ("jobseekers", "immigrants"), ("who-could-help",)),
    ("Työnhakupaja", ("work-and-study",), ("jobseekers", "students"), ("who-could-help",)),
    ("Asukasilta", ("taking-part",), ("everyone", "summer-residents"), ("what-is-there",)),
    ("Talkoot", ("volunteering", "outdoors"), ("volunteers",), ("practise-being-with-people",)),
    ("Yhteislounas", ("food", "company"), ("everyone", "jobseekers"), ("no-money", "lonely")),
    ("Näytelmäkerho", ("theatre-and-film",), ("young-people",), ("practise-being-with-people",)),
)
QUALITIES: Final = (
    "tiistain",
    "kaikkien",
    "naapurien",
    "hiljainen",
    "iltapäivän",
    "kevään",
    "talven",
    "kylän",
    "uusien",
    "vanhan väen",
    "nuorten",
    "yhteinen",
)
ROOMS: Final = (
    ("olohuone", "Olohuone", "Sohvat, pitkä pöytä ja kahvinkeitin", "30"),
    ("ryhmahuone", "Ryhmähuone", "Pyöreä pöytä ja näyttö", "12"),
    ("sali", "Sali", "Esiintymislava, äänentoisto ja induktiosilmukka", "60"),
)
PLACES: Final = ("olohuone", "kohtaamispaikka", "kylätalo", "perhetupa", "järjestötalo")
STREETS: Final = ("Asemakatu", "Kirkkotie", "Koulukatu", "Rantatie", "Torikatu", "Kyläraitti")
ORGANISERS: Final = (
    ("kunta", "political", "municipality"),
    ("eläkkeensaajat", "pensioners", "association"),
    ("martat", "culture", "association"),
    ("nuorisoseura", "youth", "association"),
    ("liikuntaseura", "sports", "association"),
    ("mielenterveysyhdistys", "mental-health", "association"),
    ("koti ja koulu", "home-and-school", "association"),
    ("sydänyhdistys", "public-health", "association"),
    ("yrittäjät", "entrepreneurs", "company"),
    ("kyläyhdistys", "culture", "volunteers"),
)
SENTENCES: Final = (
    "Kahvi on kuumaa, ja kupin saa täyteen, vaikka kukkaro olisi tyhjä.",
    "Ovi on auki, eikä kukaan kysy, miksi tulit tai milloin aiot lähteä.",
    "Mukaan voi tulla myös kesken kaiken, eikä aiempaa kokemusta tarvita.",
    "Istumme pitkän pöydän ääressä, ja joku kertoo, mitä kylällä on viikon aikana tapahtunut.",
    "Ensimmäisellä kerralla riittää, että katselet ja kuuntelet muita.",
    "Ota mukaan lämpimät sisäkengät, sillä lattia on talvella viileä.",
    "Tarvikkeet löytyvät kaapista, ja valmiit työt saa viedä kotiin.",
    "Jos liikkuminen on hankalaa, soita etukäteen, niin sovimme kyydistä.",
    "Lapset ovat tervetulleita, ja nurkassa on heille leluja ja kirjoja.",
    "Ohjaaja on paikalla koko ajan ja auttaa, kun pyydät.",
    "Tilassa on esteetön sisäänkäynti, ja wc on samassa kerroksessa.",
    "Lopuksi siivoamme yhdessä ja sovimme, mitä teemme ensi kerralla.",
    "Pöydässä puhutaan suomea, mutta ymmärrämme myös ruotsia ja englantia.",
    "Joskus vain istutaan hiljaa ja katsellaan, miten lumi sataa ikkunan takana.",
    "Kerro vapaasti, jos jokin asia mietityttää tai kaipaat seuraa.",
    "Emme kerää nimiä, emmekä kerro eteenpäin sitä, mitä pöydässä puhutaan.",
    "Bussi pysähtyy oven edessä, ja pyörille on katettu teline.",
    "Leivomme pullaa vuorotellen, ja gluteenitontakin on aina tarjolla.",
    "Viime kerralla paikalla oli parikymmentä ihmistä eri puolilta kuntaa.",
    "Kysy rohkeasti neuvoa, sillä moni muu pohtii juuri samaa asiaa.",
    "Tule sellaisena kuin olet, villasukissa tai työvaatteissa.",
    "Yhdistyksen väki ottaa ovella vastaan ja näyttää paikat.",
    "Kokoonnumme sateellakin, ja pakkasraja on kaksikymmentä astetta.",
    "Uusi ryhmä alkaa heti, kun ilmoittautuneita on kahdeksan.",
    "Keväällä siirrymme pihalle, kunhan lumet ovat sulaneet.",
    "Jos et pääse paikalle, voit kuunnella mukana myös puhelimessa.",
    "Paikka on maksuton kaikille, eikä jäsenyyttä tarvitse olla.",
    "Keittiössä saa lämmittää omat eväät ja pestä astiat.",
    "Pelaamme kortteja, ristikoita ja joskus bingoa pienistä palkinnoista.",
    "Vapaaehtoiset vetävät ryhmää vuoroviikoin oman innostuksensa mukaan.",
)
MARKED: Final = (
    "**Tervetuloa joukkoon**, olit sitten uusi tai vanha tuttu.",
    "Huomaa, että *ovikello on oikealla puolella* ja se soi hiljaa.",
    "Lisää tietoa saat [järjestäjän sivuilta](https://example.fi/tietoa).",
    "Mukaan mahtuu **enintään kaksikymmentä** ihmistä kerrallaan.",
)
LISTED: Final = (
    "sisäkengät ja lämmin vaate",
    "oma kuppi, jos sinulla on",
    "hyvää aikaa ja vähän uteliaisuutta",
    "lukulasit ja muistilappu",
    "keskeneräinen käsityö",
)
REASONS: Final = ("Ohjaaja on koulutuksessa", "Talossa on remontti", "Vetäjä on sairaana")
