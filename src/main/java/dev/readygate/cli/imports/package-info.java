/** Pure: turns files of test runners, scanners and load generators into data of evidence. */
package dev.readygate.cli.imports;
