// SPDX-FileCopyrightText: The Ferroscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"
#include "core/rules/all_rules.h"

#include <algorithm>
#include <vector>

namespace ferroscope::rules {

namespace {

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> all = [] {
        std::vector<Rule> made {
            asyncAwaitInLoop,
            asyncBlockingCall,
            asyncForgottenTask,
            asyncHandedToThread,
            asyncLockOverAwait,
            asyncLoopCoupling,
            asyncResultCallbacks,
            asyncThread,
            cpuByteParsing,
            cpuCharacterTests,
            cpuCopyInLoop,
            cpuIndexScanner,
            cpuLinearSearchInLoop,
            cpuListShifted,
            cpuNestedArithmetic,
            cpuRecursiveWalk,
            cpuRegexInLoop,
            cpuSortInLoop,
            cpuStringAppendInLoop,
            cpuTableFilled,
            cpuTextScanner,
            cpuTotalsByKey,
            cpuWorklist,
            dynamicAttributeHook,
            dynamicClassChange,
            dynamicClassHook,
            dynamicComputedAttribute,
            dynamicComputedRead,
            dynamicDescriptor,
            dynamicEvalExec,
            dynamicFrames,
            dynamicImport,
            dynamicMetaclass,
            dynamicMonkeypatch,
            dynamicNamespace,
            dynamicOpenWrapper,
            dynamicReflection,
            dynamicTypeCall,
            errorsAsFlow,
            errorsBareExcept,
            errorsBroadExcept,
            errorsExceptionState,
            errorsIteratorByHand,
            errorsSuppressed,
            ffiCallbackIntoNative,
            ffiCtypes,
            ffiOptionalNative,
            ffiPickleBoundary,
            ffiRawMemory,
            ffiSubprocessPerElement,
            ioCommitInLoop,
            ioFileInLoop,
            ioHttpInLoop,
            ioQueryInLoop,
            ioReceiveLoop,
            ioSleepInLoop,
            ioStatusInLoop,
            ioTreeChangedInLoop,
            keepAdmin,
            keepCommandLine,
            keepMlTraining,
            keepNotebook,
            keepOrmModels,
            keepPlotting,
            keepSettings,
            nativeLibraryWork,
            nativeRegex,
            nativeVectorised,
            nativeWholeFunction,
            nativeWrapper,
            ownershipAmbientState,
            ownershipBackReference,
            ownershipChangedWhileIterated,
            ownershipClassState,
            ownershipForeignState,
            ownershipGlobalState,
            ownershipLentContainer,
            ownershipLifetime,
            ownershipMutableDefault,
            typingAnyPublic,
            typingHiddenOptions,
            typingOpenContainers,
            typingStarArgumentsHot,
            typingTypeTests,
            typingUnboundedIntegers,
            typingWideUnion,
        };
        std::sort(made.begin(), made.end(), [](const Rule& a, const Rule& b) { return a.info.id < b.info.id; });
        return made;
    }();
    return all;
}

} // namespace

std::span<const Rule> registry() { return rules(); }

const RuleInfo* ruleInfo(std::string_view id)
{
    const auto at = std::lower_bound(rules().begin(), rules().end(), id, [](const Rule& rule, std::string_view wanted) { return rule.info.id < wanted; });
    return at != rules().end() && at->info.id == id ? &at->info : nullptr;
}

std::vector<Finding> detect(const graph::Codebase& codebase, const evidence::HeatMap& heat,
    const knowledge::Knowledge& knowledge, unsigned jobs, std::stop_token stop)
{
    std::vector<std::vector<Finding>> byModule(codebase.modules.size());
    parallelFor(codebase.modules.size(), jobs, stop, [&](std::size_t at, unsigned) {
        const graph::Module& module = codebase.modules[at];
        if (!evidence::isJudged(module.file.role))
            return;
        const auto before = [](const graph::ExternalCall& call, graph::FunctionId id) { return call.from < id; };
        const auto first = std::lower_bound(codebase.externalCalls.begin(), codebase.externalCalls.end(), module.firstFunction, before);
        const auto last = std::lower_bound(first, codebase.externalCalls.end(), module.firstFunction + module.functionCount, before);
        const RuleContext context { codebase, heat, knowledge, static_cast<graph::ModuleId>(at), { first, last } };
        std::vector<Finding>& found = byModule[at];
        for (const Rule& rule : rules())
            rule.detect(context, found);
        std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) { return a.line < b.line; });
    });
    std::vector<Finding> all;
    for (std::vector<Finding>& found : byModule)
        std::move(found.begin(), found.end(), std::back_inserter(all));
    return all;
}

} // namespace ferroscope::rules
