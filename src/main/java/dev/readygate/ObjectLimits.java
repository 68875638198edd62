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
 * Reads whatever the API server stores. It takes objects nested deeper, and with longer names, than Jackson reads by
 * default, and one such object, made by anybody who may write a policy, would end the watch of all the others.
 */
@Singleton
public class ObjectLimits implements KubernetesClientObjectMapperCustomizer {
    /** The API server refuses requests nested deeper than 10,000 levels; managed fields add a few. */
    private static final int DEEPEST = 20_000;

    /** It refuses requests of more than 3 MiB. */
    private static final int LONGEST_NAME = 3 * 1024 * 1024;

    @Override
    public void customize(ObjectMapper mapper) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNameLength(LONGEST_NAME)
                .build();
        mapper.getFactory().setStreamReadConstraints(constraints);
        mapper.registerModule(new SimpleModule()
                .addDeserializer(Object.class, new ShallowValues())
                .addDeserializer(FieldsV1.class, new NoFields()));
    }

    /**
     * Which fields somebody owns: many times as large in memory as the object itself, and nobody reads it but what hands the
     * fields of a Deployment on, from its text.
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
