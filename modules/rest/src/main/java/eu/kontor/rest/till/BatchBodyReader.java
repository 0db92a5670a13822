package eu.kontor.rest.till;

import eu.kontor.rest.json.JsonItem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Takes a batch apart without reading its items. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BatchBodyReader implements MessageBodyReader<BatchBody> {

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == BatchBody.class;
    }

    @Override
    public BatchBody readFrom(
            Class<BatchBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return new BatchBody(JsonItem.read(body, BatchBody.LIMIT_BYTES, BatchBody.LIST));
    }
}
