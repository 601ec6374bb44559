package words

import "strings"

// StopWords returns the words of a language (BCP 47; none is English) that say
// little about what is sought, as terms: nil where there is no list. They count for
// little instead of not at all: "to be or not to be" finds something.
//
// The lists are short on purpose, function words only: a word that is missing costs
// a little noise, one too many costs somebody's answer. Words that mean something
// else once folded are left out, such as French été and German über.
func StopWords(lang string) []string {
	if list, ok := stopWords[Primary(lang)]; ok {
		return strings.Fields(list)
	}
	return nil
}

var stopWords = map[string]string{
	"en": `
a about above after again against all also am an and any are arent as at be because been before being below
between both but by can cannot cant could couldnt did didnt do does doesnt doing dont down during each either
few for from further had hadnt has hasnt have havent having he her here hers herself him himself his how i if
in into is isnt it its itself just lets may me might more most must my myself no nor not of off on once only
or other our ours ourselves out over own same shall shant she should shouldnt since so some such than that
the their theirs them themselves then there these they this those through thus to too under until up upon us
very was wasnt we were werent what when where whether which while who whom whose why will with within without
wont would wouldnt you your yours yourself yourselves`,
	"de": `
ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bin bis
bist da dabei dadurch dafur dagegen daher damit dann daran darauf daraus darin daruber darum das dass davon dazu
dein deine deinem deinen deiner dem den denen denn der deren des dessen dich die dies diese diesem diesen dieser
dieses dir doch dort du durch ein eine einem einen einer eines er es etwas euch euer eure fur gegen hab habe
haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja
jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein keine keinem keinen keiner konnen konnte
man manche mein meine meinem meinen meiner mich mir mit muss mussen nach nicht nichts noch nun nur ob oder ohne
sehr sein seine seinem seinen seiner seit sich sie sind so solche soll sollen sollte sondern sonst um und uns
unser unsere unserem unseren unter vom von vor war waren warum was weil welche welchem welchen welcher welches
wenn wer werde werden wie wieder will wir wird wo wollen wurde wurden zu zum zur zwar zwischen`,
	"fr": `
a ai as au aucun aucune aussi autre autres aux avaient avais avait avant avec avez avoir avons c ca car ce ceci
cela celle celles celui ces cet cette ceux chaque chez ci comme comment contre d dans de depuis des dont du elle
elles en encore entre es est et etaient etait etant etes etre eu eux fait il ils j je jusqu l la laquelle le
lequel les lesquels leur leurs lors lui m ma mais me meme memes mes moi moins mon n ne ni nos notre nous on ont
ou par parce pas pendant peu peut plus pour pourquoi puis qu quand que quel quelle quelles quels qui quoi s sa
sans se sera ses si soi soit son sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une vers
voici voila vos votre vous y`,
	"es": `
a al algo algun alguna algunas alguno algunos ante antes aquel aquella aquellas aquello aquellos asi aun aunque
bajo cada como con contra cual cuales cuando cuya cuyo de del desde donde durante e el ella ellas ello ellos en
entre era eran eres es esa esas ese eso esos esta estaba estan estar estas este esto estos estoy fue fueron ha
haber habia han has hasta hay he la las le les lo los mas me mi mia mias mientras mio mios mis misma mismas mismo
mismos mucho muy nada ni no nos nosotras nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros
para pero poco por porque pues que quien quienes se sea segun ser si sido sin sobre son soy su sus suya suyo
tambien tan tanto te ti toda todas todo todos tu tus u un una unas uno unos usted ustedes vosotras vosotros
vuestra vuestro y ya yo`,
	"it": `
a ad agli ai al alcuni alcuno all alla alle allo altre altri altro anche ancora avere aveva avevano c che chi ci
cioe come con contro cosi cui d da dagli dai dal dall dalla dalle dallo degli dei del dell della delle dello di
dopo dove e ed era erano essere fra gia gli ha hanno ho i il in io l la le lei li lo loro lui ma me mentre mi mia
mie miei mio molto ne negli nei nel nell nella nelle nello noi non nostra nostre nostri nostro o ogni oppure per
perche pero piu poi prima qual quale quali quando quanto quella quelle quelli quello questa queste questi questo
qui quindi se sei senza si sia siamo siete sono sopra sotto sta su sua sue sugli sui sul sull sulla sulle sullo
suo suoi te ti tra tu tua tue tuo tuoi tutta tutte tutti tutto un una uno v vi voi vostra vostre vostri vostro`,
	"pt": `
a ainda ante ao aos apos aquela aquelas aquele aqueles aquilo as ate cada com como contra cuja cujo da das de
dela delas dele deles depois desde dessa desse desta deste do dos e ela elas ele eles em enquanto entao entre
era eram essa essas esse esses esta estamos estao estar estas estava este estes estou eu foi foram ha isso isto
ja la lhe lhes logo mais mas me mesma mesmo meu meus minha minhas muito na nas nao nem nessa nesse nesta neste no
nos nossa nossas nosso nossos num numa o onde os ou outra outras outro outros para pela pelas pelo pelos perante
pois por porem porque qual quais quando quanto que quem sao se seja sem sempre ser seu seus si sido so sob sobre
sua suas tambem tanto te tem tenho ter teu teus teve ti tinha toda todas todo todos tu tua tuas um uma umas uns
voce voces vos`,
	"nl": `
aan al alle alles als altijd andere anderen ben bent bij daar daarom dan dat de deze die dit doch doen doet door
dus een eens en enkele er ergens etc even geen geweest haar had hadden heb hebben hebt heeft hem hen het hier hij
hoe hun iemand iets ik in is ja je jij jou jouw jullie kan kon kunnen maar me meer men met mij mijn moet moeten na
naar niet niets nog nu of om omdat onder ons onze ook op over reeds sinds te tegen ten ter toch toen tot u uit uw
van vanaf veel voor waar waarom wanneer want waren was wat we wel werd werden wie wij wil worden wordt ze zei
zelf zich zij zijn zo zoals zonder zou zouden zullen`,
}
