package dev.readygate.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.readygate.testing.observer.Invariant;
import dev.readygate.testing.observer.Observer;
import dev.readygate.testing.observer.OutsideFacts;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A real control plane with simulated nodes and the chart installed. It ends with this JVM in any case. */
public final class Cluster implements AutoCloseable {
    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    /** Uses memory to save time: Kubernetes' programs collect garbage less often. */
    private static final Map<String, String> SPARING = Map.of("GOGC", "400");

    /**
     * For this time after the last change by another client the operator may still write: twice the time that it
     * needs.
     */
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
        this.client = PatientClient.of(kubeconfig);
        this.operator = Operator.alone(operatorKubeconfig, Map.of());
        this.audit = new AuditLog(kubeconfig.resolveSibling("logs").resolve("audit.log"));
    }

    /** Starts a cluster and installs the chart. */
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

    /** Starts a cluster without Readygate. */
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

    /** Built by ./readygate, or now, which takes minutes the first time. */
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

    /** Runs a program of the cluster's own version, as a person would. */
    public String run(String program, String... arguments) {
        var command = new ArrayList<>(List.of(bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        return new ChildProgram(command, environment()).run();
    }

    /** For cluster-scoped objects. */
    public void apply(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .forceConflicts()
                .serverSideApply();
    }

    /** The kubeconfig of a person. */
    public Path kubeconfig() {
        return kubeconfig;
    }

    public Path programsOfTheCluster() {
        return bin;
    }

    public KubernetesClient client() {
        return client;
    }

    /** The running operator: the usual one, or its replacement. */
    public Operator operator() {
        return standIn.filter(it -> !it.isClosed()).orElse(operator);
    }

    /** A real Prometheus that scrapes the pods. */
    public Prometheus prometheus() {
        return Prometheus.start(bin.resolve("devcluster"), kubeconfig);
    }

    /** Freezes one of Kubernetes' own programs for this time, as on a starved machine. */
    public synchronized void freeze(String program, Duration time) {
        long pid = pid(program);
        ChildProgram.freeze(pid);
        try {
            // The sleep is the fault itself, not a wait for a condition.
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

    /** An operator in place of the usual one, with other settings. */
    public Operator operatorWith(Map<String, String> settings) {
        operator.kill();
        return inItsPlace(Operator.alone(operatorKubeconfig, settings));
    }

    /** @param times how many writes of each kind meet the fault */
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

    /** One more replica, with a token of its own, so that its writes can be distinguished. */
    public Replica replica(String pod) {
        var token = run("kubectl", "create", "token", "readygate", "--namespace", "readygate")
                .strip();
        return Replica.of(operatorKubeconfig, token, pod);
    }

    /** Every write to the API server, with its author. */
    public AuditLog audit() {
        return audit;
    }

    /** Sees all objects from the first namespace of a test on. */
    public synchronized Observer observer() {
        if (observer.isEmpty()) {
            observer = Optional.of(
                    new Observer(PatientClient.readingDeepObjects(kubeconfig), this::told, Invariant.all(REST)));
        }
        return observer.get();
    }

    /** The facts besides the watches. */
    public OutsideFacts told(String namespace) {
        var faults = way.stream().flatMap(it -> it.faultsIn(namespace));
        var disturbed = Stream.concat(Operator.starts().stream(), faults).toList();
        return new OutsideFacts(AuditLog.OPERATOR, audit().writes(namespace), disturbed);
    }

    /** A client with the operator's name, its rights and no others. */
    public KubernetesClient impostor() {
        return PatientClient.of(operatorKubeconfig);
    }

    public Namespace namespace(Map<String, String> labels) {
        observer();
        return Namespace.create(this, "test-" + NAMESPACES.incrementAndGet(), labels);
    }

    /** A namespace that the installation names. */
    public Namespace namespaceNamed(String name) {
        observer().lookAgain(name);
        return unobserved(name);
    }

    /** For measurements: without the observer. */
    public Namespace unobserved(String name) {
        return Namespace.create(this, name, Map.of());
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
