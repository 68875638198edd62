package dev.readygate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Lets the client read every object that the API server stores. The API server accepts objects nested deeper, and
 * with longer names, than Jackson reads by default, and one such object, from any user who may write a policy,
 * would end the watch of all the others.
 */
@Singleton
public class ObjectLimits implements KubernetesClientObjectMapperCustomizer {
    /** The API server rejects requests nested deeper than 10,000 levels; managed fields add a few. */
    private static final int DEEPEST = 20_000;

    /** It rejects requests of more than 3 MiB. */
    private static final int LONGEST_NAME = 3 * 1024 * 1024;

    @Override
    public void customize(ObjectMapper mapper) {
        readDeepObjects(mapper);
        mapper.registerModule(new SimpleModule().addDeserializer(FieldsV1.class, new NoFields()));
    }

    /** Without this a watch ends with the first object that is nested too deep. */
    public static void readDeepObjects(ObjectMapper mapper) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNameLength(LONGEST_NAME)
                .build();
        mapper.getFactory().setStreamReadConstraints(constraints);
        mapper.registerModule(new SimpleModule().addDeserializer(Object.class, new ShallowValues()));
    }

    /**
     * Drops managed fields: they are many times as large in memory as the object itself, and only the code that
     * returns the fields of a Deployment to their owners needs them, and it reads their text.
     */
    private static final class NoFields extends StdDeserializer<FieldsV1> {
        NoFields() {
            super(FieldsV1.class);
        }

        @Override
        public FieldsV1 deserialize(JsonParser json, DeserializationContext context) throws IOException {
            json.skipChildren();
            return new FieldsV1();
        }
    }
}
