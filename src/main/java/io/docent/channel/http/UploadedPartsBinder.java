package io.docent.channel.http;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.netty.body.NettyByteBodyFactory;
import io.micronaut.http.server.netty.FormDataHttpContentProcessor;
import io.micronaut.http.server.netty.HttpContentProcessorAsReactiveProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.micronaut.http.server.netty.multipart.NettyCompletedFileUpload;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Hands the files of an upload to a controller. Micronaut's own {@code MultipartBody} passes over empty ones. */
@Singleton
final class UploadedPartsBinder implements TypedRequestArgumentBinder<UploadedParts> {

    private final NettyHttpServerConfiguration server;

    UploadedPartsBinder(NettyHttpServerConfiguration server) {
        this.server = server;
    }

    @Override
    public Argument<UploadedParts> argumentType() {
        return Argument.of(UploadedParts.class);
    }

    @Override
    public BindingResult<UploadedParts> bind(ArgumentConversionContext<UploadedParts> context, HttpRequest<?> source) {
        if (!(source instanceof NettyHttpRequest<?> request)) {
            return BindingResult.empty();
        }
        return () -> Optional.of(new UploadedParts(() -> files(request)));
    }

    private Flux<CompletedFileUpload> files(NettyHttpRequest<?> request) {
        Publisher<HttpContent> body =
                NettyByteBodyFactory.toByteBufs(request.byteBody()).map(DefaultHttpContent::new);
        Set<HttpData> begun = Collections.newSetFromMap(new IdentityHashMap<>());
        return HttpContentProcessorAsReactiveProcessor.<HttpData>asPublisher(
                        new FormDataHttpContentProcessor(request, server), body)
                .<CompletedFileUpload>mapNotNull(part -> {
                    if (!part.isCompleted()) {
                        begun.add(part);
                        return null;
                    }
                    begun.remove(part);
                    if (part instanceof FileUpload file) {
                        return new NettyCompletedFileUpload(file, true);
                    }
                    part.release(); // a field of a form
                    return null;
                })
                .doOnTerminate(() -> begun.forEach(HttpData::release));
    }
}
