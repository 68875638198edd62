/** Facts about one workload at one instant: immutable records that read nothing and decide nothing. */
package dev.readygate.facts;
