/** What the experiment's runs say: table, figure, CSV and JSON. */
package io.understudy.e2e.report;
