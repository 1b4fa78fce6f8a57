package io.docent.index.lucene;

import io.docent.index.Term;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Hands terms that are already analysed to Lucene. */
final class TermStream extends TokenStream {

    private final CharTermAttribute attribute = addAttribute(CharTermAttribute.class);
    private final List<Term> terms;
    private Iterator<Term> next;

    TermStream(List<Term> terms) {
        this.terms = terms;
        this.next = terms.iterator();
    }

    @Override
    public void reset() {
        next = terms.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!next.hasNext()) {
            return false;
        }
        clearAttributes();
        attribute.append(next.next().text());
        return true;
    }
}
