package dev.readygate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.quarkus.kubernetes.client.KubernetesClientObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Reads whatever the API server stores. It takes objects nested deeper, and with longer names, than Jackson reads by
 * default, and one such object, made by anybody who may write a policy, would end the watch of all the others.
 */
@Singleton
class ObjectLimits implements KubernetesClientObjectMapperCustomizer {
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
        mapper.registerModule(new SimpleModule().addDeserializer(Object.class, new ShallowValues()));
        mapper.addMixIn(ObjectMeta.class, Unmanaged.class);
    }

    /**
     * Nobody reads who owns which field, except of a Deployment, from its text. In memory it can be many times as large as
     * the object, and an update that does not say it leaves it as it is.
     */
    @JsonIgnoreProperties("managedFields")
    private abstract static class Unmanaged {}
}
