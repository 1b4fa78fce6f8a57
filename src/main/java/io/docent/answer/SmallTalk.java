package io.docent.answer;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is said to a question-answering service that is no question of the documents, and what it says to that. */
final class SmallTalk {

    private static final String TO_WHOM = "(,? (there|docent|bot|all|everyone|everybody|team|friend|you))?";

    private static final Pattern GREETING = whole(
            "(hi|hello|hey|hiya|howdy|greetings|good (morning|afternoon|evening|day)|hallo|moin|guten (tag|morgen|abend)"
                    + "|bonjour|salut|hola|buenos d[ií]as|ciao|ol[aá]|hej|你好|こんにちは)" + TO_WHOM
                    + "(,? how are you( doing)?( today)?)?");

    private static final Pattern THANKS = whole(
            "(ok(ay)?,? |great,? |perfect,? )?(thanks|thank you|thx|ty|cheers|much appreciated|danke( sch[oö]n)?|vielen dank|merci"
                    + "( beaucoup)?|gracias|grazie|obrigad[oa]|tack|谢谢|ありがとう)"
                    + "( a lot| so much| very much| a bunch| again| for (your|the) help)?" + TO_WHOM);

    private static final Pattern ABOUT_DOCENT = whole(
            "help( me)?|what can (you|i) (do|ask)( you)?( for me)?( here)?|what do you (do|know)( about)?|who are you|what are you"
                    + "|what is docent|how (do|does|can) (you|this|it|docent|i use (you|this|docent)|you help( me)?) ?(work|help( me)?)?"
                    + "|what can i ask( you)?( about)?|what (kind|sort)s? of questions can i ask( you)?|was kannst du"
                    + "|what (documents|files) do you (have|know)|are you (a )?(bot|human|robot|an ai)|test(ing)?|ping");

    private static final Pattern FAREWELL =
            whole("(good ?bye|bye( bye)?|see you( later)?|good night|tsch[uü]ss|au revoir|adi[oó]s)" + TO_WHOM);

    private SmallTalk() {}

    private static Pattern whole(String expression) {
        return Pattern.compile(
                "[\\s\\p{Punct}]*(" + expression + ")[\\s\\p{Punct}👋🙂😊🙏]*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What to say, to be followed by questions that can be asked; or nothing where it is a question. */
    static Optional<String> reply(String text) {
        if (GREETING.matcher(text).matches()) {
            return Optional.of("Hello! I answer questions from your documents and show where each sentence stands.");
        }
        if (THANKS.matcher(text).matches()) {
            return Optional.of("You are welcome!");
        }
        if (FAREWELL.matcher(text).matches()) {
            return Optional.of("Goodbye!");
        }
        if (ABOUT_DOCENT.matcher(text).matches()) {
            return Optional.of(
                    "I answer questions from your documents. Every sentence of an answer comes with the place"
                            + " it stands, and when the documents do not hold the answer I say so. “Summarise” and a document's"
                            + " name gives its main points.");
        }
        return Optional.empty();
    }
}
