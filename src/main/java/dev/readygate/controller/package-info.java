/** Shells driven by the cluster: they fetch, hand to the pure core, and carry out what it says. No rule lives here. */
package dev.readygate.controller;
