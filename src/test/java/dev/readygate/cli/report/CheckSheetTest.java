package dev.readygate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckSheetTest {

    @Test
    void eachCheckOfEachDeploymentIsALine() {
        var lines = new CheckSheet(Shop.whole()).text().lines().toList();

        assertThat(lines.getFirst()).startsWith("category,check,title,namespace,deployment,outcome,value,limit,");
        assertThat(lines)
                .anyMatch(it -> it.startsWith("Reliability,healthy,Every pod answers,shop,cart,Pass,"))
                .anyMatch(it -> it.startsWith("Reliability,healthy,Every pod answers,shop,pay,Fail,"));
        assertThat(lines).allMatch(it -> it.split(",", -1).length >= 18);
    }

    @Test
    void aCheckThatNoPolicyAsksIsALineWithoutADeployment() {
        assertThat(new CheckSheet(Shop.cart()).text().lines()).anyMatch(it -> it.contains(",shop,,NotAsked,"));
    }
}
