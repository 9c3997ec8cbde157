// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Assessment: the answer, one immutable value that the window, the command line and every document render.
// Held as std::shared_ptr<const Assessment>; made only by core/analysis. It mirrors the published JSON
// (resources/schema/assessment-1.json) field by field: text is UTF-8 and printable (paths already escaped
// with printablePath), lists are sorted as documented, an unknown value is std::nullopt, never 0. What other settings
// do not change is Shared: the assessments of one analysis under other settings hold it together.
//
// Units: lines are physical lines of a file, 1-based; scores 0..100; shares 0..1; heat in virtual or
// measured seconds per run as HeatUnit says; effort in person-days.
#pragma once

#include "core/base/range.h"
#include "core/base/shared.h"
#include "core/base/shared_text.h"
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ferroscope {

// --- verdicts ------------------------------------------------------------------------------------------
enum class Verdict : std::uint8_t {
    KeepPython, AlreadyNative, FixInPython, RefactorFirst, TypeFirst, ProfileFirst,
    ExtractPyo3, ExtractModule, Worker, Service, Cli, DataPipeline
};
inline constexpr int kVerdictCount = 12;
std::string_view verdictId(Verdict verdict); // "keep-python", ...
std::string_view verdictLabel(Verdict verdict); // "Keep Python", ...: English, for documents
std::optional<Verdict> verdictFromId(std::string_view id);
bool movesToRust(Verdict verdict); // the last six
bool isBlocker(Verdict verdict); // fix-in-python, refactor-first, type-first, profile-first

// --- criteria ------------------------------------------------------------------------------------------
enum class CriterionId : std::uint8_t {
    CpuBound, IoAndAsync, BoundaryCrossings, // value
    BoundedContext, TypeClarity, Portability, Ecosystem, SafetyNet, StartSmall // ease
};
inline constexpr int kCriterionCount = 9;
inline constexpr int kValueCriterionCount = 3; // the first three make value, the others ease
std::string_view criterionId(CriterionId id); // "cpu-bound", ...
std::string_view criterionLabel(CriterionId id); // "CPU-bound", ...
std::string_view criterionQuestion(CriterionId id); // "Is interpreted Python burning CPU here?"

struct CriterionScore {
    std::optional<double> value; // 0..100, nullopt = unknown (counts as worst in low and likely, as best in high)
    double low = 0, high = 100; // 0..100
    double weight = 0; // as used
    double contribution = 0; // to readiness, likely values; the nine add up to readiness.likely exactly
    std::string why; // one sentence with the evidence
};

// --- facts of a module -----------------------------------------------------------------------------------
struct Lines {
    std::uint32_t physical = 0, code = 0, doc = 0, comment = 0, blank = 0;
};

struct Hints {
    std::uint32_t slotCount = 0, annotated = 0, any = 0, loose = 0, exact = 0;
    std::optional<double> coverage() const // annotated / slotCount, nullopt without slots
    {
        return slotCount == 0 ? std::nullopt : std::optional<double>(static_cast<double>(annotated) / slotCount);
    }
};

enum class HeatSource : std::uint8_t { None, Estimated, Measured };
std::string_view heatSourceName(HeatSource source);

// Shares of the whole run (all source modules together = 1), split by what the time is.
struct Heat {
    HeatSource source = HeatSource::None;
    Range interpreted, native, waiting;
    std::optional<double> calls; // per run: measured, or expected
};

struct AssessedFunction {
    std::string name; // qualified: "Shape.area"
    std::string kind; // "function", "method" or "class"
    std::uint32_t line = 0, endLine = 0;
    bool isAsync = false;
    std::uint32_t awaits = 0, ccRadon = 1, ccC901 = 1, cognitive = 0, loopDepth = 0;
    std::optional<double> covered; // share of its lines that tests ran, from a coverage file
    Hints hints;
    Heat heat;
};

struct AssessedClass {
    std::string name;
    std::uint32_t line = 0, endLine = 0, methods = 0;
    std::vector<std::string> bases;
};

struct ImportStatement {
    std::string target; // dotted name as resolved
    std::uint32_t line = 0;
    bool internal = false;
    std::vector<std::string> flags; // "tc", "lazy", "cond", "star", "dyn", sorted
};

struct FfiUse {
    std::string kind; // "ctypes", "cffi", "cython", "pyo3", "subprocess", "pickle", "c-extension", ...
    std::string target;
    std::uint32_t line = 0;
};

struct Override {
    Verdict verdict = Verdict::KeepPython;
    std::string reason;
};

struct VerdictResult {
    Verdict id = Verdict::KeepPython;
    Verdict runnerUp = Verdict::KeepPython;
    std::vector<std::string> reasons; // sentences, the strongest first
    std::vector<std::string> vetoes; // facts that pin it to Python
    std::vector<std::string> alternatives; // cheaper than Rust: "Numba", "mypyc", ... with a word why
    std::optional<Override> override_;
};

struct NotebookCell {
    std::uint32_t line = 1; // of its first line; lines of a notebook are those of its code cells one after another
    std::uint32_t number = 1; // position among all cells, from 1
};

// What one piece of preparation would change.
struct Counterfactual {
    std::string change; // "Type the 11 parameters of tariff.evaluate"
    double readiness = 0; // after it
    std::optional<int> wave; // of the module after it, if it was planned under the change
};

struct AssessedModule {
    std::uint32_t id = 0; // index in Assessment::modules
    std::string path; // the key
    std::string name; // dotted
    std::string role; // "source", "test", ...
    std::string package; // first component, "" for a top-level module
    Lines lines;
    std::uint32_t logicalLines = 0;
    Hints hints;
    std::string context; // id of a ContextSummary, "" if none
    std::optional<int> wave;
    std::uint32_t fanIn = 0, fanOut = 0;
    std::optional<std::uint32_t> cycle; // index in Assessment::cycles
    std::optional<std::uint32_t> churn; // commits in the looked-at history
    Shared<std::vector<std::string>> tests; // paths of test modules
    Shared<std::vector<AssessedFunction>> functions; // by line
    Shared<std::vector<AssessedClass>> classes;
    Shared<std::vector<ImportStatement>> imports;
    std::uint32_t asyncFunctions = 0, awaits = 0, blockingCalls = 0, ioCalls = 0;
    Shared<std::vector<FfiUse>> ffi;
    Shared<std::vector<NotebookCell>> cells; // of a notebook, by line
    Heat heat; // of all its functions together
    std::array<CriterionScore, kCriterionCount> criteria; // by CriterionId
    Range value, ease, readiness; // 0..100
    VerdictResult verdict;
    std::vector<Counterfactual> counterfactuals {}; // of one that moves or has a blocker before it, the largest effect first
    bool judged() const { return role == "source" || role == "script" || role == "notebook"; } // only these get scores and enter counts
    // Cell and line in it, of a line of a notebook; nullopt for anything else.
    std::optional<NotebookCell> cellAt(std::uint32_t atLine) const;
    std::string place(std::uint32_t atLine) const; // "line 7", "cell 3, line 2"
    const CriterionScore& criterion(CriterionId which) const { return criteria[static_cast<std::size_t>(which)]; }
};

// --- findings and graph ------------------------------------------------------------------------------------
struct Finding {
    std::string rule; // "CPU001"
    std::string path;
    std::uint32_t line = 0, endLine = 0;
    std::string function; // qualified name, "" at module level
    std::string message; // one sentence
    std::string effect; // "cpu-bound +", "portability -", "veto", ...: criterion id with a sign, or "veto"
};

struct ImportLink {
    std::string from, to;
    std::uint32_t line = 0;
    std::vector<std::string> flags;
    std::vector<std::string> definedIn {}; // paths that define names imported over it, where `to` only hands them on; sorted
};
struct CallLink { SharedText from, to; std::uint32_t line = 0; double weight = 0, certainty = 1; };
struct CutLink {
    std::string from, to;
    std::uint32_t line = 0; // of the first import statement
    std::string kind = "move"; // "remove", "type-checking", "lazy", "facade", "protocol", "move"
    std::vector<std::string> names {}; // that decide the kind, sorted
    std::uint32_t users = 0; // lazy: functions; facade, protocol, move: modules that import the names
    bool exact = false; // the cycle's cuts are proven the cheapest
    std::string sentence {}; // what the cut would take
};

struct InterfaceItem {
    std::string name; // "path:qualified.name"
    std::string kind; // "function", "class" or "value"
    std::string signature; // "(rows: list[Row]) -> float"; "" for values and classes without a constructor
    std::uint32_t importers = 0, callers = 0; // modules and functions of other contexts
    std::uint32_t slotCount = 0, annotated = 0; // type-hint places
};

struct DataFlow {
    std::string type; // as annotated, "" = not annotated
    std::string direction; // "in": argument, "out": result
    std::uint32_t calls = 0; // call edges that carry it
};

struct ContextSummary {
    std::string id; // "c1", in order of name
    std::string name;
    std::vector<std::string> modules; // paths
    double cohesion = 0;
    std::uint32_t in = 0, out = 0;
    std::vector<InterfaceItem> interface {}; // most used first, at most kMostInterfaceItems
    std::size_t interfaceSize = 0; // how many there are
    std::optional<double> typedShare {}; // of the interface's type-hint places, 0..1; nullopt without places
    std::vector<DataFlow> data {}; // most calls first, at most kMostDataFlows
    std::vector<std::string> users {}, uses {}; // ids of other contexts, in order of name
    std::vector<std::string> sharedState {}; // "path:NAME" of its own that other contexts change
    std::string description {}; // two or three sentences
};
inline constexpr std::size_t kMostInterfaceItems = 100;
inline constexpr std::size_t kMostDataFlows = 20;

// --- plan ----------------------------------------------------------------------------------------------------
struct Crossing {
    std::string from, to; // functions, "path:qualified.name"
    double calls = 0, elements = 0; // per run
    double cost = 0; // nanoseconds per run
    std::string source; // of the calls: "measured" or "virtual"
    std::string kind = "call"; // "call", "callback" (Rust calls Python) or "attributes"
    Range callRange {}, elementRange {}, costRange {}; // calls, elements and cost with their doubt
};

// What a faithful port has to keep in mind, located: pickling, subclassing, a public or patched API, text by index,
// integers without bound, exception types, order of hashes.
struct Hazard {
    std::string kind; // "pickling", "subclassing", "public-api", "patched", "text-index", "unbounded-int", "exceptions", "hash-order"
    std::string sentence;
    std::string path;
    std::uint32_t line = 0;
};

struct Candidate {
    std::string id; // "C1"
    std::string title; // "Settlement engine"
    std::vector<std::string> units; // functions, "path:qualified.name", sorted
    std::vector<std::string> modules; // paths, sorted
    Verdict strategy = Verdict::ExtractPyo3;
    std::optional<Range> predictedSeconds; // only with a measured profile
    double value = 0; // 0..100
    Range effort; // person-days
    Range gain; // share of the run saved, 0..1, net of crossings
    std::vector<Crossing> crossings; // dearest first
    std::vector<std::string> risks;
    std::vector<Counterfactual> counterfactuals;
    std::vector<Hazard> hazards {}; // by path, line
    std::vector<std::string> alternatives {}; // cheaper than Rust, with a word why
    std::string criticality {}; // "low", "normal", "high"; "" = not given
    std::string anchor {}; // function by which settings name it: "path:qualified.name", of its unit with most time
    bool isByHand = false; // its units or its wave were chosen by a person
};

// Days of the calendar, ISO; every string empty where no start was given.
struct Dates {
    std::string start, endLow, endLikely, endHigh;
    bool known() const { return !start.empty(); }
};

struct WorkItem { // what is no move: baseline, types, tests, cutting a cycle, a fix in Python
    std::string title;
    Verdict kind = Verdict::FixInPython;
    std::vector<std::string> modules;
    Range effort; // person-days
    Range gain; // share of the run, 0 for most
};

struct Wave {
    int number = 0; // 0 = prepare
    std::string title;
    std::vector<std::string> candidates; // ids
    std::vector<WorkItem> work; // wave 0 mostly
    std::vector<std::string> prerequisites; // candidate ids or titles of work items
    Range effort, gain; // gain: share of the run, this wave alone
    double crossings = 0; // nanoseconds per run
    std::vector<std::string> exitCriteria, measure;
    std::string rollback {}; // how to switch back
    std::string stopRule {}; // when to stop
    Range weeks {}; // of the calendar, with the given team; 0 where no team was given
    Dates dates {};
};

struct LeftInPython {
    std::string module;
    Verdict verdict = Verdict::KeepPython;
    std::string why {}; // the first reason of the verdict
};

// One line of the risk register.
struct RiskEntry {
    std::string id; // "R1": kind and candidates decide it, so an owner given by hand finds it again
    std::string kind; // "loss", "moving-target", "untested", ...
    std::string risk; // what may happen, one sentence with its fact
    std::string likelihood, impact; // "low", "medium", "high"
    std::string sign; // by what it is noticed
    std::string answer; // what to do about it
    std::string owner; // a role by default ("Tech lead"), or who was named
    std::vector<std::string> candidates; // ids; empty: the whole plan
    std::vector<int> waves;
};

// Only with a day rate or the cost of running given; an input that is missing leaves what hangs on it unknown.
struct MoneyPlan {
    std::string currency; // "EUR"
    std::optional<Range> cost; // of all waves
    std::optional<Range> savingPerYear; // share of the run saved × what the machines cost a year
    std::optional<Range> paybackYears; // cost / saving; high is unknown (infinite) where the low saving is 0: then 1000
    std::optional<Range> costOfDoingNothing; // over the horizon: what the saved share would have cost
    double horizonYears = 3;
    std::vector<std::string> assumptions; // sentences: which inputs, which are missing
};

struct PackageReadiness {
    std::string name, requirement;
    std::vector<std::string> modules; // paths that import it
    std::string status; // "rust-equivalent", "rust-inside", "native-inside", "portable", "keep-python", "none", "unknown"
    std::vector<std::pair<std::string, std::string>> crates; // name, note
    std::string note;
    std::vector<std::string> declaredIn; // manifests that name it, sorted
    std::vector<std::string> locked; // "2.31.0 (uv.lock)", sorted
};

struct ToolMatch { // what the project uses, and what does the same for Rust
    std::string python, rust;
    std::string where; // file that shows it
};

// Native code the repository builds itself: evidence about its boundary, never part of a score.
struct NativeModule {
    std::string kind; // "cython", "c-extension", "pybind11", "cffi", "pyo3", ...
    std::string name; // dotted, "" if no build file states it
    std::string declaredIn;
    std::vector<std::string> sources;
};

enum class RepoConfig : std::uint8_t { None, Ignored, Trusted }; // of a ferroscope.toml in the analyzed root
std::string_view repoConfigName(RepoConfig config);

// --- the whole -------------------------------------------------------------------------------------------------
struct SkippedFile { std::string path, reason; };
struct FileProblem { std::string path; std::uint32_t line = 0; std::string detail; };

struct ProfileMatch { // the profiles given, taken together
    std::string kind; // formats: "cProfile", "Austin, speedscope"
    bool exact = false; // every call counted; else sampled
    bool inSeconds = true; // false: the files hold counts of samples only, selfSeconds assumes 100 a second
    double selfSeconds = 0; // of the run, without what was set aside
    double setAsideSeconds = 0; // waiting of no function of the repository
    double matchedShare = 0; // of selfSeconds, in functions of the repository and the builtins they call
    std::vector<std::string> unmatched; // the largest of the rest, largest first
};
struct CoverageMatch { // of a coverage file
    std::size_t files = 0, matched = 0;
};

struct Coverage { // what was seen and what was not
    std::size_t filesFound = 0, filesParsed = 0, filesWithErrors = 0;
    std::vector<SkippedFile> skipped;
    std::vector<FileProblem> problems; // of files that were parsed all the same
    std::size_t importsUnresolved = 0, callsTotal = 0, callsResolved = 0, dynamicImports = 0;
    std::optional<ProfileMatch> profile;
    std::optional<CoverageMatch> tests;
};

struct Totals { // over judged modules
    std::size_t modules = 0, packages = 0, functions = 0, classes = 0, asyncFunctions = 0;
    Lines lines;
    std::size_t logicalLines = 0;
    Hints hints;
    Range readiness; // mean weighted by interpreted CPU time
    std::array<std::size_t, kVerdictCount> verdicts {};
};

struct Recommendation {
    std::string sentence; // the honest sentence, at most about 75 characters where possible
    std::vector<std::string> reasons;
    std::string certainty; // "measured", "estimated", "low"
    std::vector<std::string> raisesCertainty; // what would make it more certain, how
};

struct Assessment {
    std::string toolVersion;
    std::size_t ruleCount = 0;
    std::string knowledgeDate; // ISO date of the package knowledge
    std::string projectName;
    std::optional<std::string> commit; // 40 hex digits
    std::optional<std::string> branch; // not in the JSON contract's core, shown in the window
    std::optional<std::string> commitDate; // ISO date of the commit: the date on the report's cover
    std::optional<bool> dirty;
    std::string settingsHash;
    std::optional<std::string> profileHash; // of the profiles, if there are any
    RepoConfig repoConfig = RepoConfig::None;
    Recommendation recommendation;
    Coverage coverage;
    Totals totals;
    std::vector<AssessedModule> modules; // by path
    Shared<std::vector<ImportLink>> imports; // by (from, line, to); paths
    Shared<std::vector<CallLink>> calls; // by (from, to); functions
    Shared<std::vector<std::vector<std::string>>> cycles; // of paths
    Shared<std::vector<CutLink>> cuts;
    Shared<std::vector<ContextSummary>> contexts; // by name
    Shared<std::vector<Finding>> findings; // by (path, line, rule)
    std::vector<Candidate> candidates; // best first
    std::vector<Wave> waves;
    std::vector<LeftInPython> leftInPython; // by path
    Shared<std::vector<PackageReadiness>> dependencies; // by name
    Shared<std::vector<NativeModule>> nativeModules; // by (name, kind, declaredIn)
    Shared<std::vector<ToolMatch>> toolchain; // by (where, python)
    std::vector<RiskEntry> risks {}; // gravest first
    std::optional<MoneyPlan> money {};
    std::vector<std::string> planWarnings {}; // what the plan a person made breaks: a need in a later wave, a unit that is gone
    std::vector<std::string> platforms {}; // wheels to build, from the manifests: "CPython 3.9 to 3.12, Linux x86-64, ..."
    std::vector<std::pair<std::string, double>> sensitivityTop; // candidate id, share of trials it stays in the top five
    std::array<double, kCriterionCount> weights {};
    std::optional<double> runNanoseconds {}; // how long share 1 of the run is, measured or virtual; for the window, not in the JSON

    const AssessedModule* find(std::string_view path) const; // binary search
    const Candidate* candidate(std::string_view id) const;
    std::vector<const Finding*> findingsOf(std::string_view path) const;
};

using AssessmentPtr = std::shared_ptr<const Assessment>;

} // namespace ferroscope
