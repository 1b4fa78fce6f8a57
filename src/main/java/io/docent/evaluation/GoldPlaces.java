package io.docent.evaluation;

import io.docent.passage.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds where the places of a data set stand in the stored texts. For any thread. */
final class GoldPlaces {

    private final Map<String, Original> documents;
    private final Library collection;
    private final Map<String, Alignment> alignments = new ConcurrentHashMap<>();

    GoldPlaces(DataSet set, Library collection) {
        this.documents =
                set.documents().stream().collect(Collectors.toMap(Original::name, Function.identity(), (a, b) -> a));
        this.collection = collection;
    }

    /** The places that have a span and are stored, in their order. */
    List<Located> locate(List<Place> places) {
        List<Located> located = new ArrayList<>();
        for (Place place : places) {
            Span span = place.span();
            Original document = documents.get(place.source());
            Span found = span == null || document == null
                    ? null
                    : alignment(document).locate(span);
            if (found != null) {
                located.add(new Located(place.source(), found));
            }
        }
        return located;
    }

    private Alignment alignment(Original document) {
        return alignments.computeIfAbsent(
                document.name(), name -> new Alignment(document.text(), collection.text(name)));
    }
}
