/** {@code ./readygate tour}: shows Readygate's features on a real control plane, and checks each claim. */
package dev.readygate.tour;
