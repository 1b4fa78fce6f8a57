package io.docent.index.lucene;

import io.docent.document.DocumentId;
import io.docent.index.QueryTerm;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Writes what is searched for as Lucene queries. */
final class WordQueries {

    /** What a word in title or headings is worth beside one in the text. */
    private static final float CONTEXT_WEIGHT = 0.4f;

    private WordQueries() {}

    /** Passages with any of the words, scored by BM25 in the text and in the context. */
    static Query anyOf(List<QueryTerm> words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (QueryTerm word : words) {
            any.add(in(Fields.WORDS, word, 1), Occur.SHOULD);
            any.add(in(Fields.CONTEXT, word, CONTEXT_WEIGHT), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query in(String field, QueryTerm word, float weight) {
        SynonymQuery.Builder forms = new SynonymQuery.Builder(field);
        word.forms().forEach(form -> forms.addTerm(new Term(field, form)));
        return new BoostQuery(forms.build(), weight * (float) word.weight());
    }

    /** Passages of these documents, or null for those of all. */
    static @Nullable Query partOf(Set<DocumentId> documents) {
        if (documents.isEmpty()) {
            return null;
        }
        return new TermInSetQuery(
                Fields.DOCUMENT,
                documents.stream().map(id -> new BytesRef(id.value())).toList());
    }

    static Query filtered(Query query, @Nullable Query filter) {
        return filter == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(filter, Occur.FILTER)
                        .build();
    }
}
