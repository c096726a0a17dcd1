/** What protection costs: processor time per call, and the highest rate without a failed call. */
package io.understudy.e2e.bench;
