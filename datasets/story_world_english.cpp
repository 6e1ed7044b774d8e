// SPDX-License-Identifier: GPL-3.0-or-later
#include "datasets/story_world.h"

namespace neurarium {

// he, she: somebody and what he or she does: as it was, as it will be, and with what. The rest is told in
// story.h.
const char* const kEnglishWorld = R"(
scene school
places at the school, in the classroom, on the playground, in the gym
he teacher: taught teach the lesson, cleaned clean the blackboard, rang ring the bell
she student: did do the homework, sharpened sharpen the pencil, opened open the textbook
she Mina: played play soccer, kicked kick the ball, scored score a goal
he Jun: played play soccer, caught catch the ball, won win the game
things ball, desk, eraser, pencil, blackboard, schoolbag, textbook, whistle
topics soccer, homework, the school, the class, the test, the game

scene library
places at the library, at the bookshop, in the archive
she librarian: sorted sort the books, stamped stamp the card, dusted dust the shelf
he writer: wrote write a novel, finished finish the chapter, bought buy some ink
she Anna: read read a poem, borrowed borrow the dictionary, turned turn the page
he Tom: read read a comic, borrowed borrow the atlas, copied copy the sentence
things dictionary, shelf, atlas, novel, newspaper, magazine, bookmark, lamp
topics poetry, the library, the story, the chapter, the ending

scene bakery
places at the bakery, at the mill, at the counter
he baker: baked bake the bread, kneaded knead the dough, heated heat the oven
she confectioner: decorated decorate the cake, melted melt the chocolate, whipped whip the cream
she Lucy: ate eat a cookie, tasted taste the pie, ordered order a muffin
he miller: ground grind the flour, carried carry the sack, weighed weigh the sugar
things cake, oven, pie, cookie, muffin, loaf, tray, apron
topics baking, the bakery, the recipe, the smell, breakfast

scene restaurant
places at the restaurant, in the kitchen, in the cafe
she cook: fried fry the egg, chopped chop the onion, boiled boil the soup
he waiter: served serve the salad, poured pour the tea, folded fold the napkin
she waitress: served serve the coffee, brought bring the menu, wiped wipe the table
he Ben: slurped slurp the noodles, dropped drop the spoon, emptied empty the bowl
things bowl, spoon, fork, plate, pan, kettle, menu, napkin
topics dinner, lunch, the kitchen, the soup, the taste

scene market
places at the market, in the shop, in the square
she merchant: sold sell the apples, counted count the coins, wrapped wrap the fish
he butcher: sliced slice the ham, grilled grill the sausage, chopped chop the meat
he customer: bought buy the grapes, filled fill the basket, paid pay the bill
she Emma: bought buy a melon, lost lose the purse, found find a coin
things basket, melon, purse, coin, scale, cart, apple, sausage
topics shopping, money, the market, the price, the bargain

scene farm
places on the farm, in the barn, in the field
she farmer: milked milk the cow, harvested harvest the corn, drove drive the tractor
he shepherd: counted count the sheep, sheared shear the wool, mended mend the fence
he Leo: fed feed the chickens, collected collect the eggs, dug dig the potatoes
she milkmaid: carried carry the bucket, churned churn the butter, strained strain the milk
things tractor, fence, bucket, haystack, plough, scarecrow, pumpkin, ladder
topics farming, wheat, the farm, the harvest, the milk

scene garden
places in the garden, in the greenhouse, in the park
he gardener: watered water the roses, pruned prune the hedge, raked rake the leaves
she florist: picked pick the tulips, tied tie the ribbon, arranged arrange the lilies
she beekeeper: gathered gather the honey, opened open the hive, wore wear the veil
he Max: planted plant a seed, pushed push the swing, pulled pull the weeds
things rose, tulip, hedge, bench, fountain, shovel, vase, swing
topics gardening, spring, the garden, the flowers, the honey

scene sea
places at the harbor, on the beach, on the ship
she captain: steered steer the ship, raised raise the anchor, studied study the chart
he fisherman: caught catch a salmon, cast cast the net, rowed row the boat
he sailor: hoisted hoist the sail, scrubbed scrub the deck, coiled coil the rope
she diver: found find a pearl, touched touch the coral, followed follow the dolphin
things boat, anchor, net, shell, lighthouse, sail, pearl, oar
topics swimming, summer, the sea, the waves, the storm

scene hospital
places at the hospital, in the clinic, at the pharmacy
she doctor: examined examine the child, wrote write the prescription, felt feel the pulse
he nurse: gave give the injection, changed change the bandage, measured measure the fever
he patient: swallowed swallow the pill, drank drink the syrup, showed show the wound
she dentist: pulled pull the tooth, filled fill the hole, rinsed rinse the mouth
things bandage, pill, syringe, thermometer, stretcher, crutch, mask, bottle
topics health, medicine, the hospital, the fever, the illness

scene concert
places at the concert, on the stage, in the hall
she singer: sang sing a song, held hold the microphone, hummed hum the tune
he pianist: played play the piano, pressed press the keys, bowed bow to the audience
he drummer: beat beat the drum, kept keep the rhythm, hit hit the cymbal
she violinist: played play the violin, tuned tune the strings, lifted lift the bow
things piano, violin, drum, guitar, trumpet, flute, microphone, cello
topics music, the concert, the song, the melody, the rhythm

scene studio
places in the studio, at the museum, in the gallery
he painter: painted paint a portrait, mixed mix the colors, washed wash the brush
she sculptor: carved carve a statue, shaped shape the clay, polished polish the marble
she photographer: took take a photo, loaded load the camera, framed frame the picture
he potter: spun spin the wheel, glazed glaze the vase, fired fire the kiln
things brush, easel, canvas, statue, palette, camera, frame, sketch
topics art, painting, the museum, the colors, the portrait

scene theater
places at the theater, behind the curtain, in the cinema
she actress: learned learn the role, wore wear the costume, removed remove the wig
he actor: rehearsed rehearse the scene, forgot forget the line, grew grow a beard
he magician: waved wave the wand, shuffled shuffle the cards, hid hide the dove
she dancer: danced dance the waltz, laced lace the slippers, stretched stretch the legs
things curtain, costume, wig, wand, puppet, spotlight, stool, ribbon
topics acting, dancing, the theater, the play, the applause

scene station
places at the station, on the train, on the platform
she conductor: punched punch the tickets, blew blow the whistle, checked check the timetable
he driver: started start the engine, stopped stop the train, released release the brake
he traveler: packed pack the suitcase, missed miss the train, unfolded unfold the map
she passenger: showed show the ticket, found find the seat, lifted lift the luggage
things suitcase, ticket, map, engine, timetable, locomotive, umbrella, clock
topics traveling, the train, the journey, the delay, the railway

scene airport
places at the airport, on the plane, in the hangar
she pilot: flew fly the plane, watched watch the radar, landed land the helicopter
he mechanic: repaired repair the propeller, oiled oil the engine, tightened tighten the screw
he steward: pushed push the trolley, closed close the door, offered offer the juice
she tourist: bought buy a souvenir, renewed renew the passport, filmed film the clouds
things plane, helicopter, passport, propeller, parachute, wing, runway, souvenir
topics flying, vacation, the airport, the flight, the landing

scene castle
places in the castle, in the tower, at the palace
he king: wore wear the crown, signed sign the law, called call the guards
she queen: ruled rule the country, sealed seal the letter, hosted host the banquet
he knight: drew draw the sword, fought fight the dragon, polished polish the armor
she princess: combed comb the hair, freed free the prisoner, rode ride the pony
things crown, sword, shield, throne, armor, tower, flag, dungeon
topics glory, the castle, the dragon, the treasure, the kingdom

scene forest
places in the forest, at the river, in the cabin
he woodcutter: chopped chop the wood, swung swing the axe, stacked stack the logs
she ranger: guarded guard the trail, counted count the deer, fixed fix the signpost
she witch: stirred stir the potion, collected collect the mushrooms, rode ride the broom
he Oscar: pitched pitch the tent, lit light the campfire, roasted roast the chestnuts
things tent, axe, mushroom, broom, log, acorn, nest, campfire
topics camping, magic, the forest, the trees, the darkness

scene mountain
places on the mountain, in the snow, on the glacier
she climber: climbed climb the cliff, tied tie the knot, reached reach the summit
he guide: led lead the group, tested test the ice, carried carry the backpack
he skier: waxed wax the skis, won win the medal, zipped zip the jacket
she Clara: built build a snowman, threw throw a snowball, rode ride the sled
things sled, snowman, backpack, ski, helmet, cliff, icicle, snowball
topics skiing, winter, the mountain, the summit, the ice

scene street
places in the street, on the bridge, at the crossroads
she firefighter: aimed aim the hose, climbed climb the ladder, rescued rescue the kitten
he policeman: chased chase the thief, directed direct the traffic, closed close the road
she detective: questioned question the witness, followed follow the clue, parked park the motorcycle
he postman: delivered deliver the letters, rang ring the doorbell, rode ride the bicycle
things hose, siren, bicycle, mailbox, motorcycle, bus, truck, taxi
topics traffic, the street, the fire, the accident, the news

scene workshop
places in the workshop, on the roof, in the garage
he carpenter: sawed saw the board, hammered hammer the nail, built build the wardrobe
she electrician: replaced replace the fuse, connected connect the wires, tested test the battery
she smith: forged forge the horseshoe, bent bend the iron, heated heat the coal
he tailor: sewed sew the jacket, threaded thread the needle, ironed iron the shirt
things hammer, saw, nail, needle, toolbox, drill, shirt, wardrobe
topics sewing, work, the workshop, the tools, the design

scene observatory
places at the observatory, in the rocket, on the moon
she astronaut: boarded board the rocket, orbited orbit the earth, planted plant the flag
he astronomer: adjusted adjust the telescope, discovered discover a comet, named name the star
she scientist: repeated repeat the experiment, compared compare the data, invented invent the robot
he engineer: programmed program the robot, launched launch the satellite, drew draw the blueprint
things rocket, telescope, satellite, robot, comet, planet, antenna, computer
topics space, science, gravity, the moon, the universe

scene home
places at home, in the bedroom, on the balcony
she grandmother: knitted knit the scarf, told tell the tale, peeled peel the orange
he grandfather: repaired repair the radio, fed feed the goldfish, lost lose the glasses
she mother: hugged hug the baby, made make the bed, washed wash the dishes
he father: cleaned clean the carpet, tied tie the necktie, hung hang the picture
things sofa, blanket, pillow, mirror, radio, carpet, television, scarf
topics sleep, the family, the home, the birthday, the holidays

scene circus
places at the circus, at the zoo, at the fair
he clown: juggled juggle the pins, squeezed squeeze the horn, popped pop the balloon
she acrobat: walked walk the rope, spun spin the hoop, caught catch the trapeze
he trainer: tamed tame the lion, cracked crack the whip, bent bend the hoop
she zookeeper: washed wash the elephant, swept sweep the cage, weighed weigh the hay
things balloon, hoop, unicycle, trapeze, cage, carousel, horn, whip
topics tricks, laughter, the circus, the show, the animals

animal dog: barked
animal cat: meowed
animal duck: quacked
animal horse: neighed
animal cow: mooed
animal goat: bleated
animal pig: grunted
animal rooster: crowed
animal sparrow: chirped
animal frog: croaked
animal bear: growled
animal mouse: squeaked
animal bee: buzzed
animal owl: hooted
animal crow: cawed
animal tiger: roared
animal rabbit: hopped away
animal turtle: crawled away
animal penguin: waddled away
animal butterfly: fluttered away
animal wolf: howled
animal snake: hissed

list past: yesterday, yesterday, today, today, this morning, last night, last week, last month, two days ago, on Monday,
list past: on Tuesday, on Wednesday, on Thursday, on Friday, on Saturday, on Sunday, at noon, in the evening, at dawn
list future: tomorrow, tomorrow, tonight, next week, next month, soon, one day, today
list look: big, small, old, new, red, blue, green, yellow, white, black, heavy, beautiful, clean, dirty, round, broken,
list look: strange, lovely, shiny, dusty, wet, soft, hard, expensive, cheap, long, short
list opinion: fun, boring, easy, difficult, interesting, important, wonderful, exciting, terrible, useful
list feeling: happy, tired, hungry, glad, excited, surprised, thirsty, sleepy, proud, busy, quiet, thankful
list missing: sad, angry, afraid, lonely, jealous, bored, worried, sick
list side: under, behind, beside, near, above, in front of, next to
list weather: rained, snowed, hailed, was windy, was foggy, was stormy
list if weather: rains, snows, hails, is windy, is foggy, is stormy
list shelter: stay at home, drink tea, play chess, sleep all day, tell jokes, cook together
list day: cold, warm, sunny, cloudy, windy, rainy, snowy, foggy, mild, hot
list day were: cold, warm, sunny, cloudy, windy, rainy, snowy, foggy, mild, hot
list day will be: cold, warm, sunny, cloudy, windy, rainy, snowy, foggy, mild, hot
list articles: The, the, A, An, a, an
list he: He, he
list she: She, she
list it: It

opening {^A} met {B} {past} {place} +.
opening {^A} saw {B} {past} {place} +.
opening {^A} waited for {B} {past} {place} +.
opening {^A} and {B} were {past} {place} +.
opening {^A} and {B} talked {past} about {topic} +.
opening {^A} and {B} argued {past} about {topic} +.
opening {^A} asked {B} {past} about {topic} +.
opening {^A} told {B} {past} about {topic} +.
company {^an animal} was with them +.
company {^an animal} followed them +.
act {^he} {did} {object} +.
act Soon {he} {did} {object} +.
act Then {he} {did} {object} +.
act Later {he} {did} {object} +.
middle The {thing} was {look} +.
middle The {thing} and the {other thing} were {look} +.
middle There was {a thing} {side} the {other thing} +.
middle They talked about {topic} and about {other topic} +.
middle They found {topic} {opinion} +.
middle They had met {past} {other place} +.
noise {^it} {does} +.
closing Both {A} and {B} were {feeling} +.
closing Neither {A} nor {B} was {missing} +.
closing They liked not only {topic} but also {other topic} +.
closing If tomorrow it {if weather} +, then they will {shelter} +.
closing Although it {weather} +, they were {feeling} +.
closing The weather was {day were} yesterday +, is {day} today and will be {day will be} tomorrow +.
closing “ I like {topic} +, +” said {A} +.
closing Perhaps {future} {A} will {do} {object of A} +.
closing {^A} will {do} {object of A} {future} +.
closing {^A} and {B} will meet {future} {place} +.
closing {^A} will see {B} {future} {place} +.
closing {^A} will ask {B} {future} about {topic} +.
)";

} // namespace neurarium
