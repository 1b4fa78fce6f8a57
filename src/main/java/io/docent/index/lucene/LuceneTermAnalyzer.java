package io.docent.index.lucene;

import io.docent.index.Term;
import io.docent.index.TermAnalyzer;
import io.docent.index.lucene.Identifiers.Identifier;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Lucene's analyser of the text's language for prose, without accents; identifiers beside it, whole and in parts; and
 * grouped numbers also without their commas.
 */
@Singleton
final class LuceneTermAnalyzer implements TermAnalyzer {

    private static final String FIELD = "text";

    private final Languages languages = new Languages();

    @Override
    public Locale languageOf(String text) {
        return languages.of(text);
    }

    @Override
    public List<Term> analyze(String text, Locale language) {
        Analyzer analyzer = languages.analyzer(language);
        List<Term> terms = new ArrayList<>();
        addProse(text, 0, analyzer, terms);
        for (Identifier identifier : Identifiers.in(text)) {
            addUnlessThere(identifier.whole(), terms);
            for (Term part : identifier.parts()) {
                List<Term> analysed = new ArrayList<>();
                addProse(part.text(), part.start(), analyzer, analysed);
                analysed.forEach(term -> addUnlessThere(term, terms));
            }
        }
        terms.sort(Comparator.comparingInt(Term::start));
        return terms;
    }

    @Override
    public boolean isFunctionWord(String word, Locale language) {
        return languages.isStopWord(word, language);
    }

    private static void addProse(String text, int offset, Analyzer analyzer, List<Term> terms) {
        try (TokenStream stream = analyzer.tokenStream(FIELD, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String word = withoutAccents(term);
                int start = offset + place.startOffset();
                int end = offset + place.endOffset();
                terms.add(new Term(word, start, end));
                if (word.indexOf(',') > 0) {
                    terms.add(new Term(word.replace(",", ""), start, end));
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private static String withoutAccents(CharTermAttribute term) {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) >= 128) {
                char[] folded = new char[term.length() * 4];
                int length = ASCIIFoldingFilter.foldToASCII(term.buffer(), 0, folded, 0, term.length());
                return new String(folded, 0, length);
            }
        }
        return term.toString();
    }

    /** A term that prose analysis gave already counts once. */
    private static void addUnlessThere(Term term, List<Term> terms) {
        for (int i = terms.size() - 1; i >= 0; i--) {
            Term there = terms.get(i);
            if (there.start() < term.end()
                    && term.start() < there.end()
                    && there.text().equals(term.text())) {
                return;
            }
        }
        terms.add(term);
    }
}
