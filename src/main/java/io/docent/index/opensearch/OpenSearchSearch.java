package io.docent.index.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import io.docent.document.Document;
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
import io.docent.index.SimilarTerm;
import io.docent.measure.Stages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A view of what one {@link State} says is seen. */
final class OpenSearchSearch implements PassageSearch {

    /** Whatever is found has to be all there is: half an index would answer "not found". */
    static final Map<String, String> WHOLE = Map.of("allow_partial_search_results", "false");

    private static final List<String> VECTORS = List.of("embedding", "tokens");
    private static final int MOST_PASSAGES = 1_000_000;
    private static final int MOST_LANGUAGES = 1_000;

    /** One of the folder and one upload; and names so long that only their beginning is looked for. */
    private static final int MOST_NAMESAKES = 100;

    /** Terms that are counted in one request. */
    private static final int TERMS = 200;

    private final Cluster cluster;
    private final String index;
    private final State state;
    private final boolean wordsAlone;
    private final CandidateSearch candidates;
    private final Map<DocumentId, IndexedDocument> records = new HashMap<>();

    /** @param wordsAlone the vectors were made by a model that is not here any more */
    OpenSearchSearch(Cluster cluster, String index, State state, boolean wordsAlone, Stages stages) {
        this.cluster = cluster;
        this.index = index;
        this.state = state;
        this.wordsAlone = wordsAlone;
        this.candidates = new CandidateSearch(cluster, index, state, stages);
    }

    @Override
    public long revision() {
        return state.sequence();
    }

    @Override
    public int size() {
        return (int) count(state.seen(Queries.with("position")));
    }

    private long count(Map<String, Object> query) {
        return cluster.read("POST", "/" + index + "/_count", Map.of(), Map.of("query", query))
                .path("count")
                .asLong();
    }

    private JsonNode search(Map<String, Object> body) {
        return cluster.read("POST", "/" + index + "/_search", WHOLE, body);
    }

    @Override
    public Set<Locale> languages() {
        Map<String, Object> each = Map.of("terms", Map.of("field", "language", "size", MOST_LANGUAGES));
        JsonNode found = search(Map.of("size", 0, "query", state.seen(), "aggs", Map.of("each", each)));
        Set<Locale> languages = new HashSet<>();
        found.path("aggregations")
                .path("each")
                .path("buckets")
                .forEach(one ->
                        languages.add(Locale.forLanguageTag(one.path("key").asText())));
        return languages;
    }

    @Override
    public Map<String, Integer> frequencies(Collection<String> terms) {
        List<String> distinct = terms.stream().distinct().toList();
        Map<String, Integer> frequencies = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += TERMS) {
            count(distinct.subList(from, Math.min(distinct.size(), from + TERMS)), frequencies);
        }
        return frequencies;
    }

    private void count(List<String> terms, Map<String, Integer> frequencies) {
        Map<String, Object> filters = new HashMap<>();
        for (int i = 0; i < terms.size(); i++) {
            filters.put("words" + i, Queries.term("words", terms.get(i)));
            filters.put("context" + i, Queries.term("context", terms.get(i)));
        }
        Map<String, Object> each = Map.of("filters", Map.of("filters", filters));
        JsonNode found = search(
                Map.of("size", 0, "track_total_hits", false, "query", state.seen(), "aggs", Map.of("each", each)));
        JsonNode counts = found.path("aggregations").path("each").path("buckets");
        for (int i = 0; i < terms.size(); i++) {
            int text = counts.path("words" + i).path("doc_count").asInt();
            int context = counts.path("context" + i).path("doc_count").asInt();
            frequencies.put(terms.get(i), Math.max(text, context));
        }
    }

    @Override
    public List<String> similarTerms(String term, int limit) {
        return SimilarTerm.mayBeMisspelt(term) ? SimilarTerms.of(term, this::search, limit) : List.of();
    }

    @Override
    public List<Candidate> candidates(PassageQuery query) {
        return candidates.search(wordsAlone ? query.byWordsAlone() : query);
    }

    @Override
    public FoundPassage load(int key) {
        JsonNode fields = candidates.found(key);
        DocumentId id = new DocumentId(fields.path("document").asText());
        if (!records.containsKey(id)) {
            loadRecords();
        }
        IndexedDocument record = records.get(id);
        if (record == null) {
            throw new IndexException(
                    "the document " + id.value() + " was replaced and deleted while it was searched; ask again");
        }
        return new FoundPassage(Sources.passage(fields), record);
    }

    /** Those of all documents that passages were found in, at once. */
    private void loadRecords() {
        List<String> missing = candidates.documents().stream()
                .filter(one -> !records.containsKey(new DocumentId(one)))
                .toList();
        Map<String, Object> query = state.seen(Queries.with("source"), Queries.anyOf("document", missing));
        hits(Map.of("size", missing.size(), "query", query)).forEach(hit -> {
            IndexedDocument record = Sources.record(hit.path("_source"));
            records.put(record.id(), record);
        });
    }

    private JsonNode hits(Map<String, Object> body) {
        return search(body).path("hits").path("hits");
    }

    @Override
    public List<FoundPassage> passagesOf(DocumentId id) {
        Optional<IndexedDocument> record = document(id);
        if (record.isEmpty()) {
            return List.of();
        }
        List<FoundPassage> passages = new ArrayList<>();
        passages(id, VECTORS)
                .forEach(hit -> passages.add(new FoundPassage(Sources.passage(hit.path("_source")), record.get())));
        return passages;
    }

    private JsonNode passages(DocumentId id, List<String> without) {
        return hits(Map.of(
                "size",
                MOST_PASSAGES,
                "query",
                state.seen(Queries.with("position"), Queries.term("document", id.value())),
                "sort",
                List.of("position"),
                "_source",
                Map.of("excludes", without)));
    }

    @Override
    public List<EmbeddedPassage> embeddedPassagesOf(DocumentId id) {
        List<EmbeddedPassage> read = new ArrayList<>();
        record(id.value()).ifPresent(record -> {
            String title = content(record)
                    .map(content -> content.path("record").path("title"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .orElseGet(() -> Sources.record(record).title());
            passages(id, List.of()).forEach(hit -> read.add(Sources.embedded(hit.path("_source"), title)));
        });
        return read;
    }

    /** The fields of the content that a record names. */
    private Optional<JsonNode> content(JsonNode record) {
        return first(
                Map.of("ids", Map.of("values", List.of(record.path("content").asText()))));
    }

    @Override
    public Optional<IndexedDocument> document(DocumentId id) {
        return record(id.value()).map(Sources::record);
    }

    @Override
    public Optional<IndexedDocument> document(Origin origin, String source) {
        Map<String, Object> named = state.seen(Queries.term("source", Sources.term(source)));
        List<IndexedDocument> found = new ArrayList<>();
        hits(Map.of("size", MOST_NAMESAKES, "query", named))
                .forEach(hit -> found.add(Sources.record(hit.path("_source"))));
        return found.stream()
                .filter(one -> one.origin() == origin && one.source().equals(source))
                .findFirst();
    }

    /** Which versions there are of some documents. */
    List<JsonNode> records(List<String> documents) {
        Map<String, Object> body = Map.of(
                "size",
                MOST_PASSAGES,
                "query",
                state.seen(Queries.with("source"), Queries.anyOf("document", documents)),
                "_source",
                List.of("document", "version", "content"));
        List<JsonNode> records = new ArrayList<>();
        hits(body).forEach(hit -> records.add(hit.path("_source")));
        return records;
    }

    /** The fields of a document's record. */
    Optional<JsonNode> record(String document) {
        return first(state.seen(Queries.with("source"), Queries.term("document", document)));
    }

    private Optional<JsonNode> first(Map<String, Object> query) {
        JsonNode hit = hits(Map.of("size", 1, "query", query)).path(0);
        return hit.isMissingNode() ? Optional.empty() : Optional.of(hit.path("_source"));
    }

    @Override
    public Optional<Document> read(DocumentId id) {
        return record(id.value())
                .flatMap(record -> content(record).map(content -> Sources.document(content, Sources.record(record))));
    }

    @Override
    public DocumentList documents(String text, int offset, int limit) {
        Map<String, Object> records = Queries.with("source");
        Map<String, Object> wanted = text.isBlank() ? state.seen(records) : state.seen(records, namesWith(text));
        long total = count(wanted);
        List<IndexedDocument> documents = new ArrayList<>();
        if (offset < total && limit > 0) {
            Map<String, Object> body = Map.of(
                    "from",
                    offset,
                    "size",
                    Math.min(limit, total - offset),
                    "query",
                    wanted,
                    "sort",
                    List.of("source", "version"));
            hits(body).forEach(hit -> documents.add(Sources.record(hit.path("_source"))));
        }
        return new DocumentList(documents, total);
    }

    private static Map<String, Object> namesWith(String text) {
        String escaped = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\\\*?]", "\\\\$0");
        return Map.of("wildcard", Map.of("names", Map.of("value", "*" + escaped + "*")));
    }

    /** Nothing is held open. */
    @Override
    public void close() {}
}
