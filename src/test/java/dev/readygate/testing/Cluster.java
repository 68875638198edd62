package dev.readygate.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.ObjectLimits;
import dev.readygate.testing.observer.Invariant;
import dev.readygate.testing.observer.Observer;
import dev.readygate.testing.observer.OutsideFacts;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real control plane with simulated nodes and the chart installed. It ends with this JVM, however that ends. */
public final class Cluster implements AutoCloseable {
    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    /** Memory for time: Kubernetes' programs collect less often. */
    private static final Map<String, String> SPARING = Map.of("GOGC", "400");

    /** So long after the last change by anybody else there may still be something to write: half of it, if nobody is late. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final Process process;
    private final Path bin;
    private final Path kubeconfig;
    private final Path operatorKubeconfig;
    private final KubernetesClient client;
    private final Operator operator;
    private final AuditLog audit;
    private volatile Optional<Operator> standIn = Optional.empty();
    private volatile Optional<FaultyWay> way = Optional.empty();
    private Optional<Observer> observer = Optional.empty();

    private Cluster(Process process, Path bin, Path kubeconfig) {
        this.process = process;
        this.bin = bin;
        this.kubeconfig = kubeconfig;
        this.operatorKubeconfig = kubeconfig.resolveSibling("operator.kubeconfig");
        this.client = client(kubeconfig);
        this.operator = Operator.alone(operatorKubeconfig, Map.of());
        this.audit = new AuditLog(kubeconfig.resolveSibling("logs").resolve("audit.log"));
    }

    /** Starts one, and installs the chart. */
    public static Cluster start() {
        return startWith();
    }

    /** As before Kubernetes 1.36: without mutating policies. */
    public static Cluster startOlder() {
        return startWith("--set=admission.mutating=off,crds.keep=false");
    }

    private static Cluster startWith(String... installed) {
        var cluster = startBare(List.of());
        try {
            cluster.install(installed);
            return cluster;
        } catch (RuntimeException failed) {
            cluster.close();
            throw failed;
        }
    }

    /** Starts one with nothing of ours in it. */
    public static Cluster startBare(List<String> flags) {
        OneCore.stay();
        var bin = programs();
        var command =
                new ArrayList<>(List.of(bin.resolve("devcluster").toString(), "run", "--lifeline-stdin", "--audit"));
        command.addAll(flags);
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(SPARING);
            var process = builder.start();
            return new Cluster(process, bin, Path.of(readyLine(process.inputReader())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readyLine(BufferedReader output) throws IOException {
        var line = output.readLine();
        if (line == null) {
            throw new IllegalStateException("the embedded cluster did not start; what it said is above");
        }
        return new ObjectMapper().readTree(line).required("kubeconfig").asText();
    }

    /** Built by ./readygate, or now: minutes the first time, nothing later. */
    static Path programs() {
        var given = Optional.ofNullable(System.getenv("READYGATE_BIN"));
        return Path.of(given.orElseGet(
                () -> lastLine(new ChildProgram(List.of("devcluster/build", "helm"), Map.of()).run())));
    }

    private static String lastLine(String text) {
        return text.lines().toList().getLast();
    }

    private void install(String... more) {
        var command = new ArrayList<>(List.of("devcluster/install", operatorKubeconfig.toString()));
        command.addAll(List.of(more));
        new ChildProgram(command, environment()).run();
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(SPARING);
        environment.put("KUBECONFIG", kubeconfig.toString());
        environment.put(
                "KUBECACHEDIR", kubeconfig.resolveSibling("kubectl-cache").toString());
        environment.put("PATH", bin + ":" + System.getenv("PATH"));
        return environment;
    }

    /** A program of the cluster's own version, as a person would call it. */
    public String run(String program, String... arguments) {
        var command = new ArrayList<>(List.of(bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return new ChildProgram(command, environment()).run();
    }

    /** For what belongs to no namespace. */
    public void apply(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .forceConflicts()
                .serverSideApply();
    }

    /** What a person's kubectl reads, and programs it finds. */
    public Path kubeconfig() {
        return kubeconfig;
    }

    public Path programsOfTheCluster() {
        return bin;
    }

    public KubernetesClient client() {
        return client;
    }

    /** The one that runs: the usual one, or what took its place. */
    public Operator operator() {
        return standIn.filter(it -> !it.isClosed()).orElse(operator);
    }

    /** A real Prometheus that scrapes the pods. */
    public Prometheus prometheus() {
        return Prometheus.start(bin.resolve("devcluster"), kubeconfig);
    }

    /** Stops one of Kubernetes' own programs for so long, as a machine that is starved does. */
    public synchronized void freeze(String program, Duration time) {
        long pid = pid(program);
        ChildProgram.freeze(pid);
        try {
            // This is the fault itself: nobody waits for anything meanwhile.
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ChildProgram.thaw(pid);
        }
    }

    private long pid(String program) {
        try {
            var state = new ObjectMapper()
                    .readTree(kubeconfig.resolveSibling("cluster.json").toFile());
            return state.required("pids").required(program).asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In place of the usual one, as an installation with other settings would run it. */
    public Operator operatorWith(Map<String, String> settings) {
        operator.kill();
        return inItsPlace(Operator.alone(operatorKubeconfig, settings));
    }

    /** @param times how many writes of each kind meet the fault that is laid on the way */
    public Detour detour(int times) {
        var faulty = FaultyWay.to(client.getMasterUrl().toString(), times);
        way = Optional.of(faulty);
        operator.kill();
        return new Detour(faulty, inItsPlace(Operator.alone(faulty.kubeconfig(operatorKubeconfig), Map.of())));
    }

    /** @param jar of another version of the operator */
    public Operator operatorFrom(Path jar) {
        operator.kill();
        return inItsPlace(operator.from(jar));
    }

    private Operator inItsPlace(Operator other) {
        standIn = Optional.of(other);
        other.start();
        return other;
    }

    /** One more of several, with a token of its own, so that its writes can be told from the others'. */
    public Replica replica(String pod) {
        var token = run("kubectl", "create", "token", "readygate", "--namespace", "readygate")
                .strip();
        return Replica.of(operatorKubeconfig, token, pod);
    }

    /** Every write to the API server, and who made it. */
    public AuditLog audit() {
        return audit;
    }

    /** Sees everything from the first namespace of a test on. */
    public synchronized Observer observer() {
        if (observer.isEmpty()) {
            observer = Optional.of(new Observer(watching(kubeconfig), this::told, Invariant.all(REST)));
        }
        return observer.get();
    }

    /** What is known besides what watches tell. */
    public OutsideFacts told(String namespace) {
        var faults = way.stream().flatMap(it -> it.faultsIn(namespace));
        var disturbed = Stream.concat(Operator.starts().stream(), faults).toList();
        return new OutsideFacts(AuditLog.OPERATOR, audit().writes(namespace), disturbed);
    }

    /** Speaks in the operator's name, with its rights and no others. */
    public KubernetesClient impostor() {
        return client(operatorKubeconfig);
    }

    public Namespace namespace(Map<String, String> labels) {
        observer();
        return Namespace.create(this, "test-" + NAMESPACES.incrementAndGet(), labels);
    }

    /** One the installation knows by name. */
    public Namespace namespaceNamed(String name) {
        observer();
        return unobserved(name);
    }

    /** For measurements: nobody else looks. */
    public Namespace unobserved(String name) {
        return Namespace.create(this, name, Map.of());
    }

    /** Some tests make objects so deep that a watch without the operator's limits ends. */
    private static KubernetesClient watching(Path kubeconfig) {
        var mapper = new ObjectMapper();
        new ObjectLimits().customize(mapper);
        try {
            var config = Config.fromKubeconfig(Files.readString(kubeconfig));
            return new KubernetesClientBuilder()
                    .withConfig(config)
                    .withKubernetesSerialization(new KubernetesSerialization(mapper, true))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KubernetesClient client(Path kubeconfig) {
        try {
            var config = Config.fromKubeconfig(Files.readString(kubeconfig));
            return new KubernetesClientBuilder().withConfig(config).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        operator.close();
        observer.ifPresent(Observer::close);
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
