/** An emoji, its names and search words; the first word of each list is the name. */
export interface Emoji {
  readonly sign: string;
  readonly en: string;
  readonly nl: string;
}

export type EmojiGroup = "faces" | "people" | "nature" | "food" | "making" | "places" | "signs";

const lines: Record<EmojiGroup, string> = {
  faces: `
    😀 grinning, happy / grijns, blij
    😄 laughing, happy / lachend, blij
    😁 beaming, smile / stralend, glimlach
    😅 relieved laugh, sweat / opgelucht, zweet
    😂 tears of joy, funny / tranen van het lachen, grappig
    🙂 slight smile / glimlachje
    😉 wink / knipoog
    😊 warm smile, blush / warme glimlach, blozen
    🥰 in love, hearts / verliefd, hartjes
    😍 heart eyes, love / hartjesogen, liefde
    🤩 star struck, wow / sterretjesogen, wauw
    😋 tasty, yum / lekker, smullen
    😎 sunglasses, cool / zonnebril, stoer
    🤗 hug / knuffel
    🤔 thinking, question / nadenken, vraag
    🤫 hush, secret / stil, geheim
    😴 asleep, tired / slaap, moe
    😮 surprised, oh / verrast, oh
    😢 crying, sad / huilen, verdrietig
    😭 sobbing, sad / snikken, verdrietig
    😬 grimace, oops / grimas, oeps
    🥹 moved, touched / ontroerd, geraakt
    🥳 party, birthday / feest, verjaardag
    🤯 mind blown / versteld`,
  people: `
    👋 waving, hello, bye / zwaaien, hallo, dag
    👍 thumbs up, yes / duim omhoog, ja
    👎 thumbs down, no / duim omlaag, nee
    👏 applause, clap / applaus, klappen
    🙌 hooray, hands up / hoera, handen omhoog
    🙏 thank you, please / dankjewel, alsjeblieft
    🤝 handshake, deal / handdruk, afspraak
    💪 strong, arm / sterk, spierbal
    👉 this way, right / deze kant, rechts
    👇 below, down / hieronder, omlaag
    👀 eyes, look / ogen, kijken
    ✍️ writing / schrijven
    🫶 heart hands, love / hartje met handen, liefde
    🤞 fingers crossed, luck / duimen, geluk
    👌 perfect, ok / perfect, oké
    🗣️ speaking, shout / spreken, roepen
    👥 people, group / mensen, groep
    👪 family / gezin, familie
    👶 baby / baby
    🧑‍🍳 cook / kok
    🧑‍🎨 artist / kunstenaar
    🧑‍🌾 farmer / boer
    🧑‍🔧 mechanic, repair / monteur, reparatie
    🚶 walking / wandelen
    🚴 cycling, bike / fietsen, wielrennen
    💃 dancing / dansen`,
  nature: `
    🐑 sheep, wool / schaap, wol
    🐏 ram, sheep / ram, schaap
    🐐 goat / geit
    🐄 cow / koe
    🐖 pig / varken
    🐔 chicken / kip
    🐣 chick, new / kuiken, nieuw
    🐦 bird / vogel
    🦉 owl / uil
    🐝 bee, honey / bij, honing
    🦋 butterfly, bluesky / vlinder, bluesky
    🐌 snail, slow / slak, langzaam
    🐟 fish / vis
    🐶 dog / hond
    🐱 cat / kat, poes
    🐴 horse / paard
    🌱 seedling, grow / kiemplant, groei
    🌿 herb, green / kruid, groen
    🌳 tree / boom
    🌲 pine, forest / den, bos
    🍂 autumn, leaves / herfst, bladeren
    🌷 tulip, flower / tulp, bloem
    🌻 sunflower / zonnebloem
    🌹 rose / roos
    🌸 blossom, spring / bloesem, lente
    💐 bouquet, flowers / boeket, bloemen
    🌍 earth, world / aarde, wereld
    🌙 moon, night / maan, nacht
    ☀️ sun, weather / zon, weer
    🌤️ partly sunny / half bewolkt
    🌧️ rain / regen
    ❄️ snowflake, winter / sneeuwvlok, winter
    🌈 rainbow / regenboog
    🔥 fire, hot / vuur, heet
    💧 drop, water / druppel, water
    🌊 wave, sea / golf, zee`,
  food: `
    ☕ coffee / koffie
    🍵 tea / thee
    🍺 beer / bier
    🍷 wine / wijn
    🥂 cheers, toast / proost, toosten
    🧀 cheese / kaas
    🍞 bread / brood
    🥐 croissant / croissant
    🥖 baguette / stokbrood
    🍰 cake / taart
    🎂 birthday cake / verjaardagstaart
    🧁 cupcake / cakeje
    🍪 cookie / koekje
    🍫 chocolate / chocola
    🍎 apple / appel
    🍓 strawberry / aardbei
    🍋 lemon / citroen
    🍅 tomato / tomaat
    🥕 carrot / wortel
    🥔 potato / aardappel
    🍲 stew, soup / stoofpot, soep
    🍕 pizza / pizza
    🍟 chips, fries / friet, patat
    🍦 ice cream / ijsje`,
  making: `
    🧶 yarn, wool, knitting / garen, wol, breien
    🧵 thread, sewing / draad, naaien
    🪡 needle / naald
    ✂️ scissors / schaar
    🧣 scarf / sjaal
    🧤 gloves / handschoenen
    🧦 socks / sokken
    🧥 coat / jas
    👕 shirt / shirt
    👗 dress / jurk
    👟 shoe / schoen
    🎩 hat / hoed
    👜 bag / tas
    🎁 present, gift / cadeau, geschenk
    📦 parcel, order / pakket, bestelling
    🛒 shopping cart / winkelwagen
    🛍️ shopping / winkelen
    💶 euro, price / euro, prijs
    🏷️ label, price / label, prijs
    🔨 hammer / hamer
    🛠️ tools, repair / gereedschap, reparatie
    🎨 paint, art / verf, kunst
    📷 camera, photo / camera, foto
    🎥 film, video / film, video
    🎧 headphones, music / koptelefoon, muziek
    🎵 music / muziek
    📚 books / boeken
    📖 open book, reading / open boek, lezen
    ✏️ pencil / potlood
    💻 laptop, computer / laptop, computer
    📱 phone / telefoon
    💡 idea, lamp / idee, lamp
    🕯️ candle / kaars
    🛏️ bed / bed
    🪴 plant / plant`,
  places: `
    🏠 house, home / huis, thuis
    🏡 house with garden / huis met tuin
    🏪 shop / winkel
    🏭 factory / fabriek
    🏫 school / school
    🏥 hospital / ziekenhuis
    ⛪ church / kerk
    🏰 castle / kasteel
    ⛺ tent, camping / tent, kamperen
    🏖️ beach / strand
    ⛰️ mountain / berg
    🌉 bridge / brug
    🚲 bicycle / fiets
    🚗 car / auto
    🚌 bus / bus
    🚆 train / trein
    ⛵ sailing / zeilen
    ✈️ plane, travel / vliegtuig, reizen
    🚚 delivery, lorry / bezorging, vrachtwagen
    📍 here, place / hier, plek
    🗺️ map / kaart
    🎡 fair / kermis
    🎪 circus / circus
    ⚽ football / voetbal
    🏃 running / hardlopen`,
  signs: `
    ❤️ heart, love / hart, liefde
    🧡 orange heart / oranje hart
    💛 yellow heart / geel hart
    💚 green heart / groen hart
    💙 blue heart / blauw hart
    💜 purple heart / paars hart
    🩷 pink heart / roze hart
    🤍 white heart / wit hart
    💔 broken heart / gebroken hart
    ✨ sparkles, new / schittering, nieuw
    ⭐ star / ster
    🌟 shining star / stralende ster
    💯 hundred, perfect / honderd, perfect
    🎉 party popper, congratulations / feest, gefeliciteerd
    🎈 balloon / ballon
    🏆 trophy, winner / beker, winnaar
    🥇 first, gold / eerste, goud
    📣 megaphone, shout out / megafoon, roepen
    🔔 bell, reminder / bel, herinnering
    📅 calendar, date / kalender, datum
    ⏰ alarm, time / wekker, tijd
    ⏳ waiting, soon / wachten, binnenkort
    ✅ done, yes / gedaan, ja
    ❌ cross, no / kruis, nee
    ❓ question / vraag
    ❗ attention / let op
    ➡️ arrow right / pijl rechts
    ⬇️ arrow down / pijl omlaag
    🔗 link / link
    🔍 search / zoeken
    🔒 lock, safe / slot, veilig
    ♻️ recycling / hergebruik
    🆕 new / nieuw
    💬 conversation, comment / gesprek, reactie
    💌 love letter, post / liefdesbrief, post
    ✉️ envelope, mail / envelop, mail
    🗳️ vote, poll / stemmen, peiling`,
};

/** A small set of emoji for shops, makers and clubs; the operating system's picker offers the others. */
export const emojiGroups = Object.entries(lines).map(([group, text]) => ({
  group: group as EmojiGroup,
  emoji: text.trim().split("\n").map(read),
}));

function read(line: string): Emoji {
  const [sign = "", ...words] = line.trim().split(" ");
  const [en = "", nl = ""] = words.join(" ").split(" / ");
  return { sign, en, nl };
}
