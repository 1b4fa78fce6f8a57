package io.docent.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.docent.index.Candidate;
import io.docent.index.PassageIndex;
import io.docent.index.PassageQuery;
import io.docent.index.PassageSearch;
import io.docent.index.lucene.StoredVectors;
import io.docent.index.lucene.StoredVectors.Vector;
import io.docent.retrieval.Retriever;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Search in the same process as the peer's, over the same vectors, and how much of the exact result it brings. */
final class SearchRows {

    private static final int PASSAGES = 100_000;
    private static final int FOUND = 10;

    private static final int QUESTIONS = 20;
    private static final Goal FASTER = Goal.atLeast(20, " ×");
    private static final Goal RECALL = Goal.atLeast(0.98, "");

    private SearchRows() {}

    static List<Row> rows(Bench bench) throws Exception {
        if (!bench.full() && !Collection.isKept(bench, PASSAGES)) {
            return List.of(
                    Row.without("Search at 100,000 passages, against the peer's", FASTER, "in the full profile"),
                    Row.without("The same: recall@10 against exact search", RECALL, "in the full profile"));
        }
        Collection collection = Collection.kept(bench, PASSAGES);
        List<Vector> vectors = StoredVectors.of(collection.data());
        List<String> questions = collection.questions((Bench.ROUNDS + 3) * QUESTIONS, 7);
        try (Indexing indexing = Indexing.open(collection.folder(), collection.data())) {
            List<Row> rows = new ArrayList<>(times(indexing, vectors, questions));
            rows.add(recall(indexing, vectors, questions));
            return rows;
        }
    }

    private static List<Row> times(Indexing indexing, List<Vector> vectors, List<String> questions) {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        vectors.forEach(each -> store.add(Embedding.from(each.numbers()), TextSegment.from(each.text())));
        EmbeddingStoreContentRetriever peer = EmbeddingStoreContentRetriever.builder()
                .embeddingStore(store)
                .embeddingModel(new AllMiniLmL6V2QuantizedEmbeddingModel())
                .maxResults(FOUND)
                .build();
        Retriever retriever = indexing.bean(Retriever.class);
        EmbeddingModel model = indexing.bean(EmbeddingModel.class);
        PassageIndex index = indexing.bean(PassageIndex.class);
        List<Double> own = new ArrayList<>();
        List<Double> peers = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        List<Double> peersWhole = new ArrayList<>();
        for (int round = -3; round < Bench.ROUNDS; round++) {
            List<Double> one = new ArrayList<>();
            List<Double> two = new ArrayList<>();
            List<Double> three = new ArrayList<>();
            List<Double> four = new ArrayList<>();
            for (String question : questions.subList((round + 3) * QUESTIONS, (round + 4) * QUESTIONS)) {
                Embedding embedding = model.embed(question).content();
                one.add(milliseconds(() -> nearest(index, embedding.vector(), FOUND)));
                two.add(milliseconds(() -> store.search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(embedding)
                        .maxResults(FOUND)
                        .build())));
                three.add(milliseconds(() -> retriever.retrieve(question, Set.of(), FOUND)));
                four.add(milliseconds(() -> peer.retrieve(Query.from(question))));
            }
            if (round >= 0) {
                own.add(new Rounds(one).median());
                peers.add(new Rounds(two).median());
                whole.add(new Rounds(three).median());
                peersWhole.add(new Rounds(four).median());
            }
        }
        return List.of(
                row("Search at 100,000 passages, against the peer's: by a vector", own, peers),
                row("The same, from the question's text to ranked passages, the peer with int8", whole, peersWhole));
    }

    private static Row row(String what, List<Double> own, List<Double> peers) {
        Rounds ours = new Rounds(own);
        Rounds theirs = new Rounds(peers);
        return Row.of(
                what,
                FASTER,
                theirs.by(ours),
                "%s ms, peer %s ms".formatted(Rounds.number(ours.median()), Rounds.number(theirs.median())));
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<Candidate> nearest(PassageIndex index, float[] vector, int limit) {
        try (PassageSearch search = index.search()) {
            return search.candidates(new PassageQuery(List.of(), vector, Set.of(), limit));
        }
    }

    private static Row recall(Indexing indexing, List<Vector> vectors, List<String> questions) {
        EmbeddingModel model = indexing.bean(EmbeddingModel.class);
        PassageIndex index = indexing.bean(PassageIndex.class);
        double found = 0;
        for (String question : questions) {
            float[] embedding = model.embed(question).content().vector();
            Set<Integer> right = vectors.stream()
                    .sorted(Comparator.comparingDouble((Vector each) -> -dot(each.numbers(), embedding)))
                    .limit(FOUND)
                    .map(Vector::key)
                    .collect(Collectors.toCollection(HashSet::new));
            Set<Integer> ours = nearest(index, embedding, FOUND).stream()
                    .map(Candidate::key)
                    .collect(Collectors.toSet());
            right.retainAll(ours);
            found += right.size() / (double) FOUND;
        }
        return Row.of(
                "The same: recall@10 against exact search",
                RECALL,
                Rounds.of(found / questions.size()),
                "%d questions, against the model's own vectors".formatted(questions.size()));
    }

    private static double dot(float[] some, float[] others) {
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += some[i] * others[i];
        }
        return sum;
    }
}
