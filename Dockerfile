# The image of the operator, from what `mvn package` leaves in target/quarkus-app:
#   mvn -DskipTests package && docker build -t ghcr.io/readygate/readygate:0.1.0 .
FROM docker.io/library/eclipse-temurin:25-jre-noble

LABEL org.opencontainers.image.title="readygate" \
      org.opencontainers.image.description="Production readiness as a fact the cluster computes and enforces" \
      org.opencontainers.image.licenses="Apache-2.0"

# In layers, what changes least first: an update pulls little more than our own jar.
COPY src/main/image/jvm.flags /app/
COPY target/quarkus-app/lib/ /app/lib/
COPY target/quarkus-app/quarkus/ /app/quarkus/
COPY target/quarkus-app/quarkus-run.jar /app/
COPY target/quarkus-app/app/ /app/app/

# A number, because runAsNonRoot cannot tell from a name. Nothing under /app is written: the root file system is
# read-only in the chart, /tmp is not.
USER 10001:10001
WORKDIR /tmp
EXPOSE 8080

# With many arenas the C library keeps memory that is free.
ENV MALLOC_ARENA_MAX=2

# Its flags are defaults: JDK_JAVA_OPTIONS, which java reads by itself, wins over them.
ENTRYPOINT ["java", \
  "-XX:Flags=/app/jvm.flags", \
  "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", \
  "-jar", "/app/quarkus-run.jar"]
