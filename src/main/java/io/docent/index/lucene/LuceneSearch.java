package io.docent.index.lucene;

import io.docent.document.DocumentId;
import io.docent.index.Candidate;
import io.docent.index.DocumentList;
import io.docent.index.EmbeddedPassage;
import io.docent.index.FoundPassage;
import io.docent.index.IndexException;
import io.docent.index.IndexedDocument;
import io.docent.index.Origin;
import io.docent.index.PassageQuery;
import io.docent.index.PassageSearch;
import io.docent.measure.Stages;
import io.docent.passage.Passage;
import io.docent.passage.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A view of one commit of the index. */
final class LuceneSearch implements PassageSearch {

    /** One of the folder and one upload; and names so long that only their beginning is looked for. */
    private static final int MOST_NAMESAKES = 100;

    private final IndexSearcher searcher;
    private final Stages stages;
    private final Runnable release;
    private final boolean wordsAlone;
    private final Map<DocumentId, IndexedDocument> records = new HashMap<>();

    /**
     * @param release called once, on close
     * @param wordsAlone the vectors were made by a model that is not here any more
     */
    LuceneSearch(IndexSearcher searcher, Runnable release, boolean wordsAlone, Stages stages) {
        this.stages = stages;
        this.searcher = searcher;
        this.release = release;
        this.wordsAlone = wordsAlone;
    }

    @Override
    public long revision() {
        return ((DirectoryReader) searcher.getIndexReader()).getVersion();
    }

    @Override
    public int size() {
        return reading(() -> searcher.count(new FieldExistsQuery(Fields.POSITION)));
    }

    @Override
    public Set<Locale> languages() {
        return reading(() -> {
            Set<Locale> languages = new HashSet<>();
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.LANGUAGE);
            if (terms != null) {
                TermsEnum each = terms.iterator();
                for (BytesRef term = each.next(); term != null; term = each.next()) {
                    languages.add(Locale.forLanguageTag(term.utf8ToString()));
                }
            }
            return languages;
        });
    }

    @Override
    public Map<String, Integer> frequencies(Collection<String> terms) {
        return reading(() -> {
            Map<String, Integer> frequencies = new HashMap<>();
            for (String term : terms) {
                int text = searcher.getIndexReader().docFreq(new Term(Fields.WORDS, term));
                int context = searcher.getIndexReader().docFreq(new Term(Fields.CONTEXT, term));
                frequencies.put(term, Math.max(text, context));
            }
            return frequencies;
        });
    }

    @Override
    public List<String> similarTerms(String term, int limit) {
        return reading(() -> SimilarTerms.of(term, searcher.getIndexReader(), limit));
    }

    @Override
    public List<Candidate> candidates(PassageQuery query) {
        PassageQuery possible = wordsAlone ? query.byWordsAlone() : query;
        return reading(() -> new CandidateSearch(searcher, stages).search(possible));
    }

    @Override
    public FoundPassage load(int key) {
        return reading(() -> {
            Document fields = searcher.storedFields().document(key);
            DocumentId id = new DocumentId(fields.get(Fields.DOCUMENT));
            IndexedDocument record = records.get(id);
            if (record == null) {
                record = document(id).orElseThrow();
                records.put(id, record);
            }
            return new FoundPassage(passage(id, fields), record);
        });
    }

    private static Passage passage(DocumentId id, Document fields) {
        int position = fields.getField(Fields.POSITION).numericValue().intValue();
        int start = fields.getField(Fields.START).numericValue().intValue();
        IndexableField page = fields.getField(Fields.PAGE);
        String text = fields.get(Fields.TEXT);
        return new Passage(
                id,
                position,
                Arrays.asList(fields.getValues(Fields.HEADING)),
                page == null ? null : page.numericValue().intValue(),
                new Span(start, start + text.length()),
                text);
    }

    @Override
    public List<FoundPassage> passagesOf(DocumentId id) {
        return reading(() -> {
            List<FoundPassage> loaded = new ArrayList<>();
            for (ScoreDoc hit : hits(id)) {
                loaded.add(load(hit.doc));
            }
            return loaded;
        });
    }

    /** A block's passages, which are written and merged in their order. */
    private ScoreDoc[] hits(DocumentId id) throws IOException {
        Query passages = new BooleanQuery.Builder()
                .add(new TermQuery(Fields.allOf(id)), Occur.FILTER)
                .add(new FieldExistsQuery(Fields.POSITION), Occur.FILTER)
                .build();
        return searcher.search(passages, Integer.MAX_VALUE, Sort.INDEXORDER).scoreDocs;
    }

    @Override
    public List<EmbeddedPassage> embeddedPassagesOf(DocumentId id) {
        return reading(() -> {
            List<EmbeddedPassage> read = new ArrayList<>();
            ScoreDoc[] hits = hits(id);
            Document content = hits.length == 0 ? null : first(new Term(Fields.CONTENT, id.value()));
            if (content == null) {
                return read;
            }
            String title = content.get(Fields.TITLE);
            EmbeddedPassages passages = new EmbeddedPassages(
                    searcher.getLeafContexts(),
                    hits[0].doc,
                    title == null ? document(id).orElseThrow().title() : title);
            for (ScoreDoc hit : hits) {
                Document fields = searcher.storedFields().document(hit.doc);
                read.add(passages.embedded(hit.doc, passage(id, fields)));
            }
            return read;
        });
    }

    @Override
    public Optional<IndexedDocument> document(DocumentId id) {
        return reading(() -> Optional.ofNullable(first(Fields.recordOf(id))).map(Fields::record));
    }

    @Override
    public Optional<IndexedDocument> document(Origin origin, String source) {
        return reading(() -> {
            Query named = SortedDocValuesField.newSlowExactQuery(Fields.SOURCE, new BytesRef(Fields.term(source)));
            for (ScoreDoc hit : searcher.search(named, MOST_NAMESAKES).scoreDocs) {
                IndexedDocument one = Fields.record(searcher.storedFields().document(hit.doc));
                if (one.origin() == origin && one.source().equals(source)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        });
    }

    @Override
    public Optional<io.docent.document.Document> read(DocumentId id) {
        return reading(() -> {
            Document content = first(new Term(Fields.CONTENT, id.value()));
            Optional<IndexedDocument> record = document(id);
            if (content == null || record.isEmpty()) {
                return Optional.empty();
            }
            IndexedDocument known = record.get();
            return Optional.of(new io.docent.document.Document(
                    id,
                    known.title(),
                    known.source(),
                    known.mediaType(),
                    content.get(Fields.TEXT),
                    Fields.headings(content.getBinaryValue(Fields.HEADINGS)),
                    Fields.pages(content.getBinaryValue(Fields.PAGES)),
                    known.hash()));
        });
    }

    private @Nullable Document first(Term term) throws IOException {
        TopDocs found = searcher.search(new TermQuery(term), 1);
        return found.scoreDocs.length == 0 ? null : searcher.storedFields().document(found.scoreDocs[0].doc);
    }

    @Override
    public DocumentList documents(String text, int offset, int limit) {
        return reading(() -> {
            Query records = new FieldExistsQuery(Fields.SOURCE);
            Query wanted = text.isBlank() ? records : WordQueries.filtered(records, namesWith(text));
            Sort bySource = new Sort(new SortField(Fields.SOURCE, SortField.Type.STRING));
            int total = searcher.count(wanted);
            List<IndexedDocument> documents = new ArrayList<>();
            if (offset < total && limit > 0) {
                int upTo = (int) Math.min(total, (long) offset + limit);
                ScoreDoc[] hits = searcher.search(wanted, upTo, bySource).scoreDocs;
                for (int i = offset; i < hits.length; i++) {
                    documents.add(Fields.record(searcher.storedFields().document(hits[i].doc)));
                }
            }
            return new DocumentList(documents, total);
        });
    }

    private static Query namesWith(String text) {
        String escaped = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\*?]", "\\\\$0");
        return new WildcardQuery(new Term(Fields.NAMES, "*" + escaped + "*"));
    }

    @Override
    public void close() {
        release.run();
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new IndexException("the index cannot be read: " + e.getMessage(), e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }
}
