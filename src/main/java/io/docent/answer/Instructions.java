package io.docent.answer;

import java.util.regex.Pattern;

/**
 * Sentences of a document that are meant for a language model rather than for people. They bear nothing out, and neither
 * does what follows them in their passage: whoever plants an instruction plants the answer beside it.
 */
final class Instructions {

    private static final Pattern ADDRESSED = Pattern.compile(
            "\\b(ignore|disregard|forget|override|bypass)\\b.{0,60}\\b(instructions?|prompts?|rules|guidelines|above|previous|prior|context|passages?)\\b"
                    + "|\\b(system|developer) ?(prompt|message|override|instructions?)\\b"
                    + "|\\b(you are|act as|pretend to be|you're) (now )?(an? |the )?.{0,30}\\b(ai|assistant|language model|llm|chatbot|dan)\\b"
                    + "|\\b(assistants?|ai|llms?|language models?|chatbots?|ai models?)\\b.{0,40}\\b(must|should|shall|have to|are to|is to|please|always|never|instructed)\\b"
                    + "|\\b(note|message|instructions?|attention|important|hint) (to|for) (the |all |any )?(ai|assistants?|llms?|language models?|models?|chatbots?|bots?)\\b"
                    + "|\\b(reply|respond|answer|output|print|write|say) (only|just|exactly|always|instead|nothing but)\\b"
                    + "|\\b(tell|inform|convince) (the |every |any )?(users?|readers?|person asking|asker)\\b"
                    + "|\\b(when|if) (you are |you're )?(asked|answering|summari[sz]ing|a user asks|someone asks|anyone asks|the user asks)\\b.{0,80}\\b(say|answer|reply|respond|tell|claim|state)\\b"
                    + "|\\b(new|updated|real|actual|hidden|secret) instructions?\\b|<\\|?\\w*(im_start|im_end|system|endoftext)\\w*\\|?>|\\[/?INST]"
                    + "|\\bend of (passages?|documents?|context|data)\\b"
                    + "|\\b(ignoriere|vergiss)\\b.{0,60}\\b(anweisung|anweisungen|regeln|obigen?)\\b|\\bignor(e|ez|a)\\b.{0,40}\\b(instrucciones|instructions|consignes)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    /** Characters that nobody sees: between letters they hide a word from whoever looks for it. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private Instructions() {}

    static boolean isOne(String sentence) {
        return ADDRESSED.matcher(INVISIBLE.matcher(sentence).replaceAll("")).find();
    }
}
