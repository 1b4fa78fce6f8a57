package io.docent.answer;

import io.docent.answer.Evidence.Source;
import io.docent.index.TokenVectors;
import io.docent.model.TokenCodec;
import io.docent.model.TokenEmbeddingModel;
import io.docent.model.TokenEmbeddings;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Checks a written sentence against two passages, the embedding of the sentence included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SupportCheckBenchmark {

    private static final String COMPANY = """
            Kestrel Instruments was founded by Maria Oduya in 1987. Maria Oduya studied physics in Lisbon.

            42 people work in Berlin. 17 people work in Munich. The office in Munich was opened in March 2015.

            Kestrel Instruments had a revenue of 31 million euros in 2018. In 2019 the revenue rose to 36 million euros.
            """;

    private static final String PARKING = "Parking in the garage costs 12 euros a day. It is free on Sundays.";

    /** One that is borne out, one whose number is not, one that follows no sentence of the passages. */
    @Param({
        "Maria Oduya founded Kestrel Instruments in 1987.",
        "In 2019 the revenue rose to 37 million euros.",
        "The company sells most of its gauges to shipyards in the north."
    })
    public String sentence = "";

    private @Nullable ApplicationContext context;
    private @Nullable SupportCheck check;
    private @Nullable Evidence evidence;

    @Setup
    public void start() throws IOException {
        Path data = Files.createTempDirectory("docent-bench");
        context = ApplicationContext.run(
                Map.of("docent.data", data.toString(), "datasources.default.url", "jdbc:h2:mem:bench"));
        check = context.getBean(SupportCheck.class);
        TokenEmbeddingModel model = context.getBean(TokenEmbeddingModel.class);
        evidence = check.evidence(List.of(source("Kestrel", COMPANY, model), source("Parking", PARKING, model)));
    }

    private static Source source(String title, String text, TokenEmbeddingModel model) {
        TokenEmbeddings embedded = model.embedTokens(text);
        char[] starts = new char[embedded.tokens().size()];
        for (int token = 0; token < starts.length; token++) {
            starts[token] = (char) embedded.tokens().starts()[token];
        }
        byte[] codes = TokenCodec.encode(embedded, 0, starts.length);
        return new Source(text, title, new TokenVectors(starts, codes));
    }

    @TearDown
    public void stop() {
        Objects.requireNonNull(context).close();
    }

    @Benchmark
    public Object checks() {
        return Objects.requireNonNull(check).check(sentence, Objects.requireNonNull(evidence));
    }
}
