package kr.madang.report.assembly;

import java.time.LocalDate;

/** What the times of a template are relative to: the year a report is about and the day it speaks of (기준일). */
public record Terms(int year, LocalDate asOf) {}
