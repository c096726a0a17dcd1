/** Programs for the cost of a start. */
package bench.start;
