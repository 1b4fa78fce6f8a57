package io.docent.channel.openai;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Clock;
import java.util.List;

/** The models there are: Docent itself, whichever language model it has. */
@Controller("/v1/models")
class ModelController {

    /** What a request names as its model. */
    static final String ID = "docent";

    private final ModelJson docent;

    ModelController(Clock clock) {
        docent = new ModelJson(ID, "model", clock.instant().getEpochSecond(), ID);
    }

    /** The one model there is. */
    @Get
    Models list() {
        return new Models("list", List.of(docent));
    }

    /** One by its id. */
    @Get("/{id}")
    ModelJson get(String id) {
        if (!id.equals(ID)) {
            throw RefusedException.unknownModel(id);
        }
        return docent;
    }

    /**
     * The models there are.
     *
     * @param object always {@code list}
     */
    @Serdeable
    record Models(String object, List<ModelJson> data) {}

    /**
     * A model.
     *
     * @param id by which requests name it
     * @param object always {@code model}
     * @param created since when this process has it, in seconds since 1970
     * @param owned_by always {@code docent}
     */
    @Serdeable
    record ModelJson(String id, String object, long created, String owned_by) {}
}
