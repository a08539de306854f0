import type { Words } from "./words.ts";

export const english: Words = {
  names:
    "Emma Hartley,Oliver Grant,Sophie Whitfield,Liam Doyle,Grace Pemberton,Callum Reid,Hazel Norton,Priya Nair,Ewan Fraser,Isla Cameron,Jack Thornton,Niamh Walsh,Ruby Ellison,Theo Marsh,Amara Okafor,Freya Lindqvist,Ben Ashworth,Chloe Barrett,Finn Gallagher,Maya Fielding,Rosie Tanner,Harvey Cole,Orla Brennan,Toby Winslow,Zara Malik,Elliot Frost,Poppy Langley,Duncan Baird,Leah Morton,Rhys Powell,Ivy Stanton,Marcus Webb,Tess Holloway,Angus Muir,Nora Quinn,Sam Ridley,Alice Penrose,Dylan Hughes".split(
      ",",
    ),
  questions: {
    offer: [
      "How much is this one?",
      "Is this still in stock?",
      "Does it come in a size L?",
      "What is the price with shipping to the UK?",
      "Can I buy it in another colour?",
    ],
    care: [
      "Is this safe in the washing machine?",
      "Does this work on old wool too?",
      "How often do you do this, roughly?",
      "How long should it dry?",
    ],
    contest: ["Until when can I enter?", "Can I enter more than once?"],
    story: [
      "Lovely to see, can I come and visit?",
      "How long does this take you?",
      "Will this be for sale? And what will it cost?",
      "Which size would you recommend?",
    ],
  },
  sayings: {
    praise: [
      "This is beautiful work!",
      "This makes me so happy.",
      "Lovely, and so kind of you to show how it is made.",
      "Amazing, I love it.",
      "Such a gorgeous colour!",
      "Beautiful as always, thank you.",
    ],
    mention: [
      "So happy with what I bought here, it is beautiful!",
      "If you want something lovely, go here. Wonderful people.",
      "Got compliments all day today, I love it.",
      "A tip for everyone: this is fantastic, I enjoy it every day.",
    ],
    photo: [
      "Look how lovely it is! I am so happy with it.",
      "First day wearing it, wonderfully warm. Thank you!",
      "On the beach with my favourite. Beautiful!",
    ],
    review: [
      "Beautiful quality and here in two days. Very happy.",
      "Exactly what I hoped for, lovely finish and a kind note with it.",
      "The second one I bought, still wonderful.",
    ],
    "sour-review": ["Nice, but it took very long to arrive."],
    quote: ["More people should see this.", "This is what I am so excited about!"],
    thanks: [
      "Oh how sweet, thank you! You made my day.",
      "So lovely of you to post this, thank you!",
      "I am blushing! Thank you so much, I stay a fan.",
    ],
    help: [
      "{person} I had the same question: they answer within a day by mail, and sizes run large.",
      "{person} It worked for me: take it slowly, with lukewarm water.",
      "{person} It is at the bottom of their site, that is how I found mine.",
    ],
    complaint: [
      "My parcel still has not arrived and I hear nothing. Very disappointed.",
      "Sadly my parcel arrived damaged. This is a let-down.",
    ],
    relief: [
      "Update: solved, and with a kind note too. Thank you, happy again!",
      "It is sorted now. Great service, thank you!",
    ],
    return: [
      "Back after a while. How much is this one now?",
      "Haven't been here for ages! Is this still in stock?",
    ],
    contest: ["I'm in! Follow, share and like to win 🍀 @winwithme @prizehunt"],
  },
  praisedMore: ["", " Keep going!", " So well done.", " Looking forward to the next one."],
  ownedMore: ["", " Highly recommended.", " My sister wants one too now.", " So well done."],
};
