package dev.readygate.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.readygate.api.v1alpha1.GateBook;
import dev.readygate.api.v1alpha1.ReadinessReport;
import dev.readygate.testing.Cluster;
import dev.readygate.testing.ClusterExtension;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The policy readygate-records on a real API server: the rights to write GateBooks and reports, and no deletion
 * that hangs.
 */
@ExtendWith(ClusterExtension.class)
class RecordsIT {
    private static final String[] EVERYTHING = {
        "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"
    };
    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

    private GovernedNamespace shop;
    private NamespaceUsers people;

    @BeforeEach
    void open(Cluster cluster) {
        shop = new GovernedNamespace(cluster);
        people = new NamespaceUsers(shop);
        shop.book("cart", "uid|serve|aaa|");
    }

    @Test
    void areWrittenByTheOperator() {
        var report = report(shop.operator());
        report.subresource("status").patch(MERGE, "{\"status\":{\"score\":71}}");
        report.delete();
        book(shop.operator()).patch(MERGE, "{\"spec\":{\"deployments\":{\"cart\":null}}}");
        book(shop.operator()).delete();
        assertThat(book(shop.admin()).get()).isNull();
    }

    @Test
    void areNotWrittenByAnEditorInSpiteOfRbac() {
        var eve = people.withVerbs("eve", EVERYTHING);
        report(shop.operator());
        refused("gatebooks", () -> book(eve).patch(MERGE, "{\"spec\":{\"deployments\":{\"cart\":null}}}"));
        refused("gatebooks", () -> book(eve).delete());
        refused("readinessreports", () -> existing(eve).patch(MERGE, "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}"));
        refused(
                "readinessreports",
                () -> existing(eve).subresource("status").patch(MERGE, "{\"status\":{\"score\":100}}"));
        refused("readinessreports", () -> existing(eve).delete());
        refused("readinessreports", () -> eve.resource(reportNamed("billing")).create());
    }

    @Test
    void areNotWrittenByAClusterAdminEither() {
        refused("gatebooks", () -> book(shop.admin()).patch(MERGE, "{\"spec\":{\"deployments\":{\"cart\":null}}}"));
        report(shop.operator());
        refused(
                "readinessreports",
                () -> existing(shop.admin()).subresource("status").patch(MERGE, "{\"status\":{\"score\":100}}"));
    }

    @Test
    void areDeletedByAClusterAdmin() {
        report(shop.operator());
        existing(shop.admin()).delete();
        book(people.clusterAdmin("root")).delete();
        assertThat(existing(shop.admin()).get()).isNull();
        assertThat(book(shop.admin()).get()).isNull();
    }

    /** The way out without an operator: a right that can be granted to people on call. */
    @Test
    void areDeletedByUsersWhoMayRelease() {
        var oncall = people.withVerbs("oncall", "get", "patch", "delete", "release");
        refused("gatebooks", () -> book(oncall).patch(MERGE, "{\"spec\":{\"deployments\":{\"cart\":null}}}"));
        book(oncall).delete();
        assertThat(book(shop.admin()).get()).isNull();
    }

    @Test
    void sayWhatToDoInstead() {
        assertThatThrownBy(() -> book(shop.admin()).patch(MERGE, "{\"spec\":{\"operator\":\"me\"}}"))
                .hasMessageContaining(
                        "only the Readygate operator writes gatebooks: change the ReadinessPolicy instead,"
                                + " or delete GateBook readygate to let go of what is held in namespace " + shop.name()
                                + " (needs the verb release on gatebooks)");
    }

    /** With foreground deletion and orphaning the garbage collector also writes, not only deletes. */
    @ParameterizedTest
    @EnumSource
    void neverKeepADeploymentFromGoing(DeletionPropagation how) {
        shop.kubectlWith(ChartManifests.cart("1"), "apply");
        var cart = shop.admin().apps().deployments().inNamespace(shop.name()).withName("cart");
        shop.operator().resource(ownedBy(cart.get())).create();

        cart.withPropagationPolicy(how).delete();

        await("the Deployment to go").until(() -> cart.get() == null);
        var orphaned = how == DeletionPropagation.ORPHAN;
        await("its report to follow").until(() -> (existing(shop.admin()).get() != null) == orphaned);
    }

    @Test
    void neverKeepANamespaceFromGoing() {
        report(shop.operator());
        shop.admin().namespaces().withName(shop.name()).delete();
        await("the namespace to go")
                .until(() -> shop.admin().namespaces().withName(shop.name()).get() == null);
    }

    private static void refused(String resource, ThrowingCallable write) {
        assertThatThrownBy(write).hasMessageContaining("only the Readygate operator writes " + resource);
    }

    private Resource<GateBook> book(KubernetesClient who) {
        return who.resources(GateBook.class).inNamespace(shop.name()).withName(GateBook.NAME);
    }

    private Resource<ReadinessReport> existing(KubernetesClient who) {
        return who.resources(ReadinessReport.class).inNamespace(shop.name()).withName("cart");
    }

    private Resource<ReadinessReport> report(KubernetesClient who) {
        who.resource(reportNamed("cart")).create();
        return existing(who);
    }

    private ReadinessReport reportNamed(String name) {
        var report = new ReadinessReport();
        report.getMetadata().setName(name);
        report.getMetadata().setNamespace(shop.name());
        return report;
    }

    private ReadinessReport ownedBy(HasMetadata owner) {
        var report = reportNamed("cart");
        report.getMetadata()
                .setOwnerReferences(List.of(new OwnerReferenceBuilder()
                        .withApiVersion(owner.getApiVersion())
                        .withKind(owner.getKind())
                        .withName(owner.getMetadata().getName())
                        .withUid(owner.getMetadata().getUid())
                        .withController(true)
                        .withBlockOwnerDeletion(true)
                        .build()));
        return report;
    }
}
