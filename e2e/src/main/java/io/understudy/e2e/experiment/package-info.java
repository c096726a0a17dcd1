/** The experiment of the paper's Figure 2: calls, a kill, and what became of the calls. */
package io.understudy.e2e.experiment;
