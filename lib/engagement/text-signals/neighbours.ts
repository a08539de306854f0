/**
 * Common words of languages that detection by letters takes for Dutch or English. A word that Dutch or
 * English also has counts only if the text has no more words of our languages.
 */
const listed: Readonly<Record<string, string>> = {
  frisian: `it dy jimme jim wy ús hja foar fan mei oan noch ek sa hiel tige tank graach bliid moai
    moaie moaiste oait sjoen sjen wiene binne bin hawwe hân hat ha kinne koe woe wolle wurdt wurde
    wêze west dien dwaan komme kommen kaam werom nei om't omdat wis hjoed moarn juster jierren ferline
    folle oars allegear altyd nea noait neat eat ien trije goeie smakket iten ite hûs hûn minsken
    freonlik freonlike kostet grutte lytse skoft boppe ûnder tusken troch tsjin wêr wannear iepen let
    oant wolkom gesellich heit mem wike jûn nijs nije âld slagge leave
    is net sa der om op yn de in en ik wat hoe dit dat as al by`,
  afrikaans: `baie ek jy julle hulle ons sy nie wees gewees kry sê hê gedoen werk wag kos pakkie dankie
    asseblief vir by 'n vandag môre gister vinnige vinnig goeie pragtig pragtige heerlik nuwe klein
    jaar hoekom watter oop sondag maandag saterdag gelukkig verskriklik swak hierdie daardie regtig
    gekoop koop kom haal mense weke gemaak bly stukkend gekry moenie hierdie sodra weet sien jammer maak gemors wag diens aand oggend middag beter beste vriendelik vriendelike kinders
    die is en wat hoeveel groot al drie het kan sal nog ook nooit weer was hier op met in na so te maar`,
  luxembourgish: `ech hunn ass sinn villmols immens ganz gutt schéin schéinen dat déi mir hien eng
    vun net och wéi wou nëmmen ëmmer moien merci äddi`,
  french: `et très c'est j'ai vous nous pour avec merci accueil bonne équipe magnifique endroit toujours
    je suis les sur une dans tout tous`,
  german: `ich du wir ihr sie und oder aber nicht kein keine ist sind waren bin habe haben hatte der
    das den dem ein eine einen einem auf mit für von zu zum zur bei nach auch noch schon sehr wirklich
    leider danke schön schöne schöner gut gute guter tolle immer wieder nie heute gestern morgen wo
    wann warum wer welche kann könnt kannst gerne gern bitte bestellt gekauft kaputt wunderbar nett
    freundlich mies hier uns euch mein meine dein euer jetzt mehr wenn weil dass seit frechheit
    enttäuscht besten`,
};

const words: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(listed).map(([language, list]) => [language, new Set(list.split(/\s+/))]),
);

/** Spellings that Frisian has and Dutch does not. */
const frisianSpelling = /^\p{L}*(?:oai|tsj|[^\P{L}aeiou]sj|eau?ge|[ûâ]|ûn|iuw)\p{L}*$/u;

/**
 * Returns how many words the strongest neighbour leads by: its words that are not in `own`, minus the words
 * in `own` that the neighbour lacks.
 */
export function neighbourLead(said: readonly string[], own: ReadonlySet<string>): number {
  const leads = [...words].map(([language, list]) => {
    const isTheirs = (word: string) =>
      list.has(word) || (language === "frisian" && frisianSpelling.test(word));
    const theirs = said.filter((word) => isTheirs(word) && !own.has(word));
    const ours = said.filter((word) => own.has(word) && !isTheirs(word));
    return theirs.length - ours.length;
  });
  return Math.max(...leads);
}

export function isSharedWithNeighbours(word: string): boolean {
  return [...words.values()].some((list) => list.has(word));
}
