<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Boundary</name>
    <message>
        <source>%1 small units</source>
        <translation>%1 个小单元</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Without a context</source>
        <translation>无上下文</translation>
    </message>
    <message>
        <source>Tests and others</source>
        <translation>测试及其他</translation>
    </message>
    <message>
        <source>small context</source>
        <translation>个小上下文</translation>
    </message>
    <message>
        <source>small contexts</source>
        <translation>个小上下文</translation>
    </message>
    <message>
        <source>module</source>
        <translation>个模块</translation>
    </message>
    <message>
        <source>modules</source>
        <translation>个模块</translation>
    </message>
    <message>
        <source>readiness %1</source>
        <translation>就绪度 %1</translation>
    </message>
    <message>
        <source>cycle</source>
        <translation>个循环</translation>
    </message>
    <message>
        <source>cycles</source>
        <translation>个循环</translation>
    </message>
    <message>
        <source> · cohesion %1 · in %2 · out %3</source>
        <translation> · 内聚度 %1 · 入 %2 · 出 %3</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>top level</source>
        <translation>顶层</translation>
    </message>
    <message>
        <source>other group</source>
        <translation>其他组</translation>
    </message>
    <message>
        <source>other groups</source>
        <translation>其他组</translation>
    </message>
    <message>
        <source>native code</source>
        <translation>原生代码</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>value: what a move would gain</source>
        <translation>价值：迁移能带来什么</translation>
    </message>
    <message>
        <source>ease: how easily it could move</source>
        <translation>易行度：迁移有多容易</translation>
    </message>
    <message>
        <source>worth moving</source>
        <translation>值得迁移</translation>
    </message>
    <message>
        <source>fix in Python</source>
        <translation>在 Python 中修复</translation>
    </message>
    <message>
        <source>pd</source>
        <translation>人日</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>person-days</source>
        <translation>人日</translation>
    </message>
    <message>
        <source>saves %1 (%2–%3)</source>
        <translation>节省 %1（%2–%3）</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>个单元</translation>
    </message>
    <message>
        <source>units</source>
        <translation>个单元</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>MMM</source>
        <translation>M月</translation>
    </message>
    <message>
        <source>week %1</source>
        <translation>第 %1 周</translation>
    </message>
    <message>
        <source>more step</source>
        <translation>个其余步骤</translation>
    </message>
    <message>
        <source>more steps</source>
        <translation>个其余步骤</translation>
    </message>
    <message>
        <source>Cumulative gain</source>
        <translation>累计收益</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>第 %1 波</translation>
    </message>
    <message>
        <source>⚠ needs it first, but it is planned later</source>
        <translation>⚠ 需要先完成它，但它计划在后面</translation>
    </message>
    <message>
        <source>% of the run</source>
        <translation>占运行时间的 %</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>the whole run: 100 %</source>
        <translation>整个运行：100 %</translation>
    </message>
    <message>
        <source>stays as it is: %1</source>
        <translation>保持不变：%1</translation>
    </message>
    <message>
        <source>After this step</source>
        <translation>此步骤之后</translation>
    </message>
    <message>
        <source>After all steps</source>
        <translation>全部步骤之后</translation>
    </message>
    <message>
        <source>expected: %1</source>
        <translation>预期：%1</translation>
    </message>
    <message>
        <source>range %1</source>
        <translation>范围 %1</translation>
    </message>
    <message>
        <source>saves %1</source>
        <translation>节省 %1</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>interpreted, moves</source>
        <translation>解释执行，迁移</translation>
    </message>
    <message>
        <source>interpreted, stays</source>
        <translation>解释执行，保留</translation>
    </message>
    <message>
        <source>already native</source>
        <translation>已是原生</translation>
    </message>
    <message>
        <source>waiting, fixed in Python</source>
        <translation>等待，在 Python 中修复</translation>
    </message>
    <message>
        <source>CPU-bound</source>
        <translation>CPU 密集</translation>
    </message>
    <message>
        <source>I/O and async</source>
        <translation>I/O 与异步</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>跨界调用</translation>
    </message>
    <message>
        <source>Bounded context</source>
        <translation>限界上下文</translation>
    </message>
    <message>
        <source>Type clarity</source>
        <translation>类型清晰</translation>
    </message>
    <message>
        <source>Portability</source>
        <translation>可移植性</translation>
    </message>
    <message>
        <source>Ecosystem</source>
        <translation>生态</translation>
    </message>
    <message>
        <source>Safety net</source>
        <translation>安全网</translation>
    </message>
    <message>
        <source>Start small</source>
        <translation>从小处着手</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>易行度</translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> / %1</translation>
    </message>
    <message>
        <source>Readiness %1</source>
        <translation>就绪度 %1</translation>
    </message>
    <message>
        <source>√(value %1 × ease %2)</source>
        <translation>√(价值 %1 × 易行度 %2)</translation>
    </message>
    <message>
        <source>Same area: a move needs both.</source>
        <translation>面积相同：迁移两者缺一不可。</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Groups</name>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>交付</translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message>
        <source>No heat is known: nothing here says where time goes.</source>
        <translation>热度未知：这里没有任何信息说明时间花在哪里。</translation>
    </message>
    <message>
        <source>The top level</source>
        <translation>顶层</translation>
    </message>
    <message>
        <source>One module holds %1 of the interpreted CPU time.</source>
        <translation>一个模块占解释执行 CPU 时间的 %1。</translation>
    </message>
    <message>
        <source>%1 modules hold %2 of the interpreted CPU time.</source>
        <translation>%1 个模块占解释执行 CPU 时间的 %2。</translation>
    </message>
    <message>
        <source>%1 holds %2 of the interpreted CPU time.</source>
        <translation>%1 占解释执行 CPU 时间的 %2。</translation>
    </message>
    <message>
        <source>%1 and %2 hold %3 of the interpreted CPU time.</source>
        <translation>%1 和 %2 占解释执行 CPU 时间的 %3。</translation>
    </message>
    <message>
        <source>the top level</source>
        <translation>顶层</translation>
    </message>
    <message>
        <source>No module was judged: only source files and scripts are.</source>
        <translation>没有模块受到评判：只评判源文件和脚本。</translation>
    </message>
    <message>
        <source>The view “Every file, tests too” lists what was found.</source>
        <translation>视图“每个文件，含测试”列出找到的内容。</translation>
    </message>
    <message>
        <source>All %1 modules stay as they are.</source>
        <translation>全部 %1 个模块保持现状。</translation>
    </message>
    <message>
        <source>No module is worth work now; one needs something first.</source>
        <translation>目前没有值得动手的模块；有一个需要先做别的事。</translation>
    </message>
    <message>
        <source>No module is worth work now; %1 need something first.</source>
        <translation>目前没有值得动手的模块；有 %1 个需要先做别的事。</translation>
    </message>
    <message>
        <source>One of %1 modules is worth work now</source>
        <translation>%1 个模块中有一个目前值得动手</translation>
    </message>
    <message>
        <source>%1 of %2 modules are worth work now</source>
        <translation>%2 个模块中有 %1 个目前值得动手</translation>
    </message>
    <message>
        <source>%1; one needs something first.</source>
        <translation>%1；一个需要先做别的事。</translation>
    </message>
    <message>
        <source>%1; %2 need something first.</source>
        <translation>%1；%2 个需要先做别的事。</translation>
    </message>
    <message>
        <source>1 module stays as it is.</source>
        <translation>1 个模块保持现状。</translation>
    </message>
    <message>
        <source>%1 modules stay as they are.</source>
        <translation>%1 个模块保持现状。</translation>
    </message>
    <message>
        <source>The hottest five hold %1 of the interpreted time. %2</source>
        <translation>最热的五个占解释执行时间的 %1。%2</translation>
    </message>
    <message>
        <source>A %1 file: counted, not judged.</source>
        <translation>%1文件：计入统计，不作评判。</translation>
    </message>
    <message>
        <source>Move it as one module, with one neighbour.</source>
        <translation>作为一个模块迁移，连同一个相邻模块。</translation>
    </message>
    <message>
        <source>Move it as one module, with %1 neighbours.</source>
        <translation>作为一个模块迁移，连同 %1 个相邻模块。</translation>
    </message>
    <message>
        <source>1 code line</source>
        <translation>1 行代码</translation>
    </message>
    <message>
        <source>%1 code lines</source>
        <translation>%1 行代码</translation>
    </message>
    <message>
        <source>context %1</source>
        <translation>上下文 %1</translation>
    </message>
    <message>
        <source>imports %1, imported by %2</source>
        <translation>导入 %1 个，被 %2 个导入</translation>
    </message>
    <message>
        <source>There is nothing to plan: no step would pay.</source>
        <translation>没有可计划的：没有一步划得来。</translation>
    </message>
    <message>
        <source>Every module stays in Python, each with its reasons.</source>
        <translation>每个模块都留在 Python，各有理由。</translation>
    </message>
    <message>
        <source>%1 of the run saved by %2, for %3.</source>
        <translation>到 %2 节省运行时间的 %1，需要 %3。</translation>
    </message>
    <message>
        <source>Range: %1 of the run, %2, done between %3 and %4. First-project effort is included.</source>
        <translation>范围：运行时间的 %1，%2，完成于 %3 与 %4 之间。已计入首个项目的额外工作量。</translation>
    </message>
    <message>
        <source>One wave saves about %1 of the run, for %2.</source>
        <translation>一个波次约节省运行时间的 %1，需要 %2。</translation>
    </message>
    <message>
        <source>%1 waves save about %2 of the run, for %3.</source>
        <translation>%1 个波次约节省运行时间的 %2，需要 %3。</translation>
    </message>
    <message>
        <source>Range: %1 of the run, %2. Gain is bounded by what the moved code takes today; first-project effort is included.</source>
        <translation>范围：运行时间的 %1，%2。收益以迁移代码目前的耗时为上限；已计入首个项目的额外工作量。</translation>
    </message>
    <message>
        <source>No third-party package is used.</source>
        <translation>没有使用第三方包。</translation>
    </message>
    <message>
        <source>Nothing outside this repository can hold a move back.</source>
        <translation>仓库之外没有什么会妨碍迁移。</translation>
    </message>
    <message>
        <source>Known as of %1. What is not known is said so, never guessed.</source>
        <translation>知识截至 %1。不知道的会直说，绝不猜测。</translation>
    </message>
    <message>
        <source>No package blocks a move; %1 of %2 are settled.</source>
        <translation>没有包妨碍迁移；%2 个中有 %1 个已有定论。</translation>
    </message>
    <message>
        <source>One of %1 packages has no Rust counterpart.</source>
        <translation>%1 个包中有一个没有 Rust 对应库。</translation>
    </message>
    <message>
        <source>%1 of %2 packages have no Rust counterpart.</source>
        <translation>%2 个包中有 %1 个没有 Rust 对应库。</translation>
    </message>
    <message>
        <source>The report for %1, as it will print.</source>
        <translation>%1 的报告，与打印结果一致。</translation>
    </message>
    <message>
        <source>One page for %1, ready to sign.</source>
        <translation>给 %1 的一页，可供签署。</translation>
    </message>
    <message>
        <source>%1 pages for %2, ready to sign.</source>
        <translation>给 %2 的 %1 页，可供签署。</translation>
    </message>
    <message>
        <source>%1 worth moving</source>
        <translation>%1 个值得迁移</translation>
    </message>
    <message>
        <source>%1 to fix in Python</source>
        <translation>%1 个应在 Python 中修复</translation>
    </message>
    <message>
        <source>Cannot say yet: %1 to profile</source>
        <translation>还不能下结论：%1 个需要剖析</translation>
    </message>
    <message>
        <source>Nothing worth moving</source>
        <translation>没有值得迁移的</translation>
    </message>
    <message>
        <source>No contexts were found: too little depends on one another.</source>
        <translation>没有找到上下文：相互依赖太少。</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1，位于 %2</translation>
    </message>
    <message>
        <source>1 context</source>
        <translation>1 个上下文</translation>
    </message>
    <message>
        <source>%1 contexts</source>
        <translation>%1 个上下文</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 个模块</translation>
    </message>
    <message>
        <source>%1 modules</source>
        <translation>%1 个模块</translation>
    </message>
    <message>
        <source>No import cycle: each context can move without cutting one first.</source>
        <translation>没有导入循环：每个上下文都可以迁移，不必先切断什么。</translation>
    </message>
    <message>
        <source>1 import cycle</source>
        <translation>1 个导入循环</translation>
    </message>
    <message>
        <source>%1 import cycles</source>
        <translation>%1 个导入循环</translation>
    </message>
    <message>
        <source>, none in the way of a candidate.</source>
        <translation>，均不妨碍候选。</translation>
    </message>
    <message>
        <source>, one of them in the way of a candidate.</source>
        <translation>，其中一个妨碍候选。</translation>
    </message>
    <message>
        <source>, %1 of them in the way of a candidate.</source>
        <translation>，其中 %1 个妨碍候选。</translation>
    </message>
    <message>
        <source>%1 tie modules together.</source>
        <translation>%1 把模块捆在一起。</translation>
    </message>
    <message>
        <source>One import inside %1 closes a cycle. Cut it and its parts can move alone.</source>
        <translation>%1 内部的一个导入形成循环。切断它，各部分就能单独迁移。</translation>
    </message>
    <message>
        <source>One import ties %1 to %2. Cut it and %1 can move alone.</source>
        <translation>一个导入把 %1 与 %2 捆在一起。切断它，%1 就能单独迁移。</translation>
    </message>
    <message>
        <source>%1 imports hold a candidate in a cycle; cutting them sets it free.</source>
        <translation>%1 个导入把候选困在循环里；切断它们即可解开。</translation>
    </message>
    <message>
        <source>%1 imports close all cycles; no candidate needs them cut.</source>
        <translation>%1 个导入构成所有循环；没有候选需要切断它们。</translation>
    </message>
    <message>
        <source>≈ Estimated from loops and calls, without a profile: shares of the run, not seconds.</source>
        <translation>≈ 由循环和调用估计，没有剖析：是占运行时间的份额，不是秒数。</translation>
    </message>
    <message>
        <source>● Measured in all modules.</source>
        <translation>● 所有模块均为实测。</translation>
    </message>
    <message>
        <source>● Measured in %1, ≈ estimated in %2.</source>
        <translation>● %1 为实测，≈ %2 为估计。</translation>
    </message>
    <message>
        <source>No interpreted time is known.</source>
        <translation>没有已知的解释执行时间。</translation>
    </message>
    <message>
        <source>One function holds %1 of the interpreted time.</source>
        <translation>一个函数占解释执行时间的 %1。</translation>
    </message>
    <message>
        <source>%1 functions hold %2 of the interpreted time.</source>
        <translation>%1 个函数占解释执行时间的 %2。</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Rule, veto: %1</source>
        <translation>规则，否决：%1</translation>
    </message>
    <message>
        <source>Rule, raises %1</source>
        <translation>规则，提高%1</translation>
    </message>
    <message>
        <source>Rule, lowers %1</source>
        <translation>规则，降低%1</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>替代做法</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Criterion of %1</source>
        <translation>%1的准则</translation>
    </message>
    <message>
        <source>value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>ease</source>
        <translation>易行度</translation>
    </message>
    <message>
        <source>Answered 0 to 100 with a range, or unknown; an unknown answer widens the range. More evidence for it never lowers the answer.</source>
        <translation>以 0 到 100 作答并给出范围，或为未知；未知的答案会使范围变宽。有利的证据越多，答案绝不会越低。</translation>
    </message>
    <message>
        <source>Rules that act on it</source>
        <translation>作用于它的规则</translation>
    </message>
    <message>
        <source>None; it is counted directly.</source>
        <translation>没有；它直接由计数得出。</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Rules that lead to it</source>
        <translation>导向它的规则</translation>
    </message>
    <message>
        <source>Should we, and where? The answer in one sentence, every judged module by value and ease, and the short list: never more than five places. What could not be analysed is said here too.</source>
        <translation>该不该做，从哪里做？一句话的回答，每个受评判的模块按价值和易行度排布，以及短名单：绝不超过五处。未能分析的内容也在这里说明。</translation>
    </message>
    <message>
        <source>Where is it? Every file is a tile; size and colour are yours to choose. Enter zooms into the package of the chosen tile, Backspace out again; typed text highlights.</source>
        <translation>它在哪里？每个文件是一块；大小和颜色由您选择。Enter 放大所选块所在的包，Backspace 缩小；输入的文字会高亮。</translation>
    </message>
    <message>
        <source>Which modules? The table of all of them. Each column filters: a part of a name, a.b.*, “≥ 5”, “5–10”, “unknown”. Enter opens a module.</source>
        <translation>哪些模块？全部模块的表格。每一列都可筛选：名称的一部分、a.b.*、“≥ 5”、“5–10”、“unknown”。Enter 打开模块。</translation>
    </message>
    <message>
        <source>Why this score? Nine criteria add up to value and ease, and readiness is their geometric mean. Below: the findings with their lines, the source, what it imports and who imports it, and what would change the answer.</source>
        <translation>为什么是这个分数？九条准则合成价值和易行度，就绪度是两者的几何平均。下面是：带行号的发现、源代码、它导入谁、谁导入它，以及什么会改变答案。</translation>
    </message>
    <message>
        <source>Where does the time go? Measured figures stand above estimated ones. A profile dropped here replaces the estimate wherever it has been.</source>
        <translation>时间花在哪里？实测数字排在估计数字之前。把剖析文件拖到这里，凡它到过之处都会取代估计。</translation>
    </message>
    <message>
        <source>What belongs together? Modules by context, their dependencies, cycles and the cheapest cuts. Arrow keys follow the edges, Enter opens a context.</source>
        <translation>什么属于一起？模块按上下文分组，它们的依赖、循环和代价最小的切断。方向键沿着边走，Enter 打开上下文。</translation>
    </message>
    <message>
        <source>What would the cut cost? Every call over the boundary with its price. Tick units in or out and watch gain minus cost.</source>
        <translation>这样切分代价多少？每次跨越边界的调用及其价格。勾选单元移入或移出，看收益减去成本如何变化。</translation>
    </message>
    <message>
        <source>What about the libraries? Which have a counterpart in Rust, which are native already, which block, with the date the knowledge was checked.</source>
        <translation>库怎么办？哪些在 Rust 中有对应库，哪些已是原生，哪些构成阻碍，以及这些知识的核对日期。</translation>
    </message>
    <message>
        <source>In what order? Waves that respect dependencies, with effort and gain as ranges and the gain so far below.</source>
        <translation>按什么顺序？遵守依赖的波次，工作量和收益以范围给出，下方是累计收益。</translation>
    </message>
    <message>
        <source>What do I hand on? Choose the sections and whose name is on it; the preview shows the pages as they print.</source>
        <translation>我交付什么？选择章节以及署名；预览显示打印出来的样子。</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>What a move would gain, 0 to 100: from three criteria.</source>
        <translation>迁移能带来什么，0 到 100：由三条准则得出。</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>易行度</translation>
    </message>
    <message>
        <source>How easily it could move, 0 to 100: from six criteria.</source>
        <translation>迁移有多容易，0 到 100：由六条准则得出。</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>Value and ease combined as their geometric mean: a move needs both.</source>
        <translation>价值与易行度的几何平均：迁移两者缺一不可。</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>热度</translation>
    </message>
    <message>
        <source>Share of the run&apos;s time that interpreted Python takes here. ● measured by a profile, ≈ estimated from loops, calls and what each operation costs, ? unknown.</source>
        <translation>解释执行的 Python 在此占用的运行时间份额。● 由剖析实测，≈ 由循环、调用和每种操作的代价估计，? 未知。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>The smallest thing that can move: a function, or a class with all its methods.</source>
        <translation>能够迁移的最小单位：一个函数，或一个类及其全部方法。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>A group of modules that belong together.</source>
        <translation>属于一起的一组模块。</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>The cut between what moves to Rust and what stays. A crossing is a call over it, with the data it converts.</source>
        <translation>迁往 Rust 的部分与保留部分之间的切分。跨界调用就是越过它的调用，连同它转换的数据。</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>A set of units proposed to move together.</source>
        <translation>建议一起迁移的一组单元。</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>波次</translation>
    </message>
    <message>
        <source>A step of the roadmap; waves follow each other, what is inside one can be done side by side.</source>
        <translation>路线图的一步；波次依次进行，同一波次之内可以并行。</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Every figure has a worst and a best case. A wide range means that something is not known; the Overview says what would make it narrower.</source>
        <translation>每个数字都有最差和最好的情形。范围宽说明有些事情未知；总览页说明什么会使它变窄。</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>变更频度</translation>
    </message>
    <message>
        <source>How often a file changes, counted in commits. It is no heat.</source>
        <translation>文件变更的频繁程度，以提交次数计。它不是热度。</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Page, %1</source>
        <translation>页面，%1</translation>
    </message>
</context>
<context>
    <name>Metrics</name>
    <message>
        <source>Code lines</source>
        <translation>代码行</translation>
    </message>
    <message>
        <source>Interpreted time</source>
        <translation>解释执行时间</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>变更频度</translation>
    </message>
    <message>
        <source>One each</source>
        <translation>大小相同</translation>
    </message>
    <message>
        <source>Heat, share of the run</source>
        <translation>热度，占运行时间的份额</translation>
    </message>
    <message>
        <source>Heat, % of the run, and modules</source>
        <translation>热度，占运行时间的 %，及模块数</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>Readiness 0–100, and modules</source>
        <translation>就绪度 0–100，及模块数</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Verdict, and modules</source>
        <translation>结论，及模块数</translation>
    </message>
    <message>
        <source>Type hints</source>
        <translation>类型提示</translation>
    </message>
    <message>
        <source>Typed slots, %, and modules</source>
        <translation>已标注类型的位置，%，及模块数</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Findings, and modules</source>
        <translation>发现，及模块数</translation>
    </message>
    <message>
        <source>Commits, and modules</source>
        <translation>提交次数，及模块数</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 及以上</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>低于 %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>RoadmapDetails</name>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>普通</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>The file from %1 is untouched, and nothing half written was left.</source>
        <translation>%1 的文件完好无损，没有留下写了一半的内容。</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>Nothing half written was left.</source>
        <translation>没有留下写了一半的内容。</translation>
    </message>
    <message>
        <source>%1 was not saved: the disk is full.</source>
        <translation>%1没有保存：磁盘已满。</translation>
    </message>
    <message>
        <source>It needs %1; %2 are free.</source>
        <translation>需要 %1；可用 %2。</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>可用 %1。</translation>
    </message>
    <message>
        <source>%1 was not saved: the folder cannot be written to.</source>
        <translation>%1没有保存：该文件夹不可写。</translation>
    </message>
    <message>
        <source>%1 does not take new files. %2 Choose a folder of your own.</source>
        <translation>%1 不接受新文件。%2 请选择您自己的文件夹。</translation>
    </message>
    <message>
        <source>%1 was not saved.</source>
        <translation>%1没有保存。</translation>
    </message>
    <message>
        <source>The system says: %1. %2</source>
        <translation>系统提示：%1。%2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>person-days</source>
        <translation>人日</translation>
    </message>
    <message>
        <source>Port of 1,000 lines</source>
        <translation>移植 1,000 行</translation>
    </message>
    <message>
        <source>Ordinary code, one person, likely</source>
        <translation>普通代码，一个人，可能值</translation>
    </message>
    <message>
        <source>Low end</source>
        <translation>低端</translation>
    </message>
    <message>
        <source>Of every effort, against the likely one</source>
        <translation>占每项工作量，相对可能值</translation>
    </message>
    <message>
        <source>High end</source>
        <translation>高端</translation>
    </message>
    <message>
        <source>First project</source>
        <translation>首个项目</translation>
    </message>
    <message>
        <source>Learning: the first days take this much longer; it falls to 1 over the ramp-up</source>
        <translation>学习：最初的工作日耗时增加这么多；随熟悉期降至 1</translation>
    </message>
    <message>
        <source>Each candidate</source>
        <translation>每个候选</translation>
    </message>
    <message>
        <source>Build, wheels and release</source>
        <translation>构建、wheel 与发布</translation>
    </message>
    <message>
        <source>Each crossing</source>
        <translation>每个跨界调用</translation>
    </message>
    <message>
        <source>Interface of one function that is called over the boundary</source>
        <translation>每个被跨边界调用的函数的接口</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>Measuring before anything moves</source>
        <translation>迁移任何东西之前的测量</translation>
    </message>
    <message>
        <source>Each type to write</source>
        <translation>每个待写的类型</translation>
    </message>
    <message>
        <source>One place of an interface</source>
        <translation>接口的一处</translation>
    </message>
    <message>
        <source>Each import to cut</source>
        <translation>每个待切断的导入</translation>
    </message>
    <message>
        <source>Of a cycle that stands in the way</source>
        <translation>属于挡路的循环</translation>
    </message>
    <message>
        <source>Each unit without a test</source>
        <translation>每个没有测试的单元</translation>
    </message>
    <message>
        <source>One characterisation test</source>
        <translation>一个特征测试</translation>
    </message>
    <message>
        <source>Least gain</source>
        <translation>最小收益</translation>
    </message>
    <message>
        <source>What a candidate must save to be one</source>
        <translation>候选至少须节省多少</translation>
    </message>
    <message>
        <source>% of the run</source>
        <translation>占运行时间的 %</translation>
    </message>
    <message>
        <source>Least gain per person-day</source>
        <translation>每人日最小收益</translation>
    </message>
    <message>
        <source>And for each day that it costs</source>
        <translation>以及它花费的每一天</translation>
    </message>
    <message>
        <source>Most candidates</source>
        <translation>最多候选</translation>
    </message>
    <message>
        <source>The plan names no more than these</source>
        <translation>计划列出的不超过这些</translation>
    </message>
    <message>
        <source>candidates</source>
        <translation>个候选</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>no</source>
        <translation>零</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一</translation>
    </message>
    <message>
        <source>two</source>
        <translation>两</translation>
    </message>
    <message>
        <source>three</source>
        <translation>三</translation>
    </message>
    <message>
        <source>four</source>
        <translation>四</translation>
    </message>
    <message>
        <source>five</source>
        <translation>五</translation>
    </message>
    <message>
        <source>six</source>
        <translation>六</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>七</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>八</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>九</translation>
    </message>
    <message>
        <source>pd</source>
        <comment>person-days, short</comment>
        <translation>人日</translation>
    </message>
    <message>
        <source>person-day</source>
        <translation>人日</translation>
    </message>
    <message>
        <source>person-days</source>
        <translation>人日</translation>
    </message>
    <message>
        <source>pd</source>
        <translation>人日</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Keep Python</source>
        <translation>保留 Python</translation>
    </message>
    <message>
        <source>Already native</source>
        <translation>已是原生</translation>
    </message>
    <message>
        <source>Fix in Python</source>
        <translation>在 Python 中修复</translation>
    </message>
    <message>
        <source>Refactor first</source>
        <translation>先重构</translation>
    </message>
    <message>
        <source>Type first</source>
        <translation>先加类型</translation>
    </message>
    <message>
        <source>Profile first</source>
        <translation>先剖析</translation>
    </message>
    <message>
        <source>Extract to PyO3</source>
        <translation>提取到 PyO3</translation>
    </message>
    <message>
        <source>Extract module</source>
        <translation>提取模块</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>工作进程</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
    <message>
        <source>Data pipeline</source>
        <translation>数据管道</translation>
    </message>
    <message>
        <source>Leave it in Python.</source>
        <translation>留在 Python。</translation>
    </message>
    <message>
        <source>Its time is already spent in native code; leave it.</source>
        <translation>它的时间已花在原生代码里；不必动它。</translation>
    </message>
    <message>
        <source>Fix it in Python: cheaper than any rewrite.</source>
        <translation>在 Python 中修复：比任何重写都便宜。</translation>
    </message>
    <message>
        <source>Untangle it before it can move.</source>
        <translation>先理清它，才能迁移。</translation>
    </message>
    <message>
        <source>Type its interface before it can move.</source>
        <translation>先给接口加上类型，才能迁移。</translation>
    </message>
    <message>
        <source>Profile it: the answer hangs on it.</source>
        <translation>剖析它：答案取决于此。</translation>
    </message>
    <message>
        <source>Move a function or a few, called through PyO3.</source>
        <translation>迁移一个或几个函数，通过 PyO3 调用。</translation>
    </message>
    <message>
        <source>Move it as one module, a Rust crate behind PyO3.</source>
        <translation>作为一个模块迁移，即 PyO3 之后的一个 Rust crate。</translation>
    </message>
    <message>
        <source>Move it as a queue worker of its own.</source>
        <translation>作为独立的队列工作进程迁移。</translation>
    </message>
    <message>
        <source>Move it as a service of its own.</source>
        <translation>作为独立的服务迁移。</translation>
    </message>
    <message>
        <source>Rewrite it as one command-line binary.</source>
        <translation>重写为一个命令行可执行文件。</translation>
    </message>
    <message>
        <source>Move it to a data pipeline (Polars, Arrow).</source>
        <translation>迁往数据管道（Polars、Arrow）。</translation>
    </message>
    <message>
        <source>CPU-bound</source>
        <translation>CPU 密集</translation>
    </message>
    <message>
        <source>I/O and async</source>
        <translation>I/O 与异步</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>跨界调用</translation>
    </message>
    <message>
        <source>Bounded context</source>
        <translation>限界上下文</translation>
    </message>
    <message>
        <source>Type clarity</source>
        <translation>类型清晰</translation>
    </message>
    <message>
        <source>Portability</source>
        <translation>可移植性</translation>
    </message>
    <message>
        <source>Ecosystem</source>
        <translation>生态</translation>
    </message>
    <message>
        <source>Safety net</source>
        <translation>安全网</translation>
    </message>
    <message>
        <source>Start small</source>
        <translation>从小处着手</translation>
    </message>
    <message>
        <source>Is interpreted Python burning CPU here?</source>
        <translation>解释执行的 Python 在这里消耗 CPU 吗？</translation>
    </message>
    <message>
        <source>Is it waiting, or coupled to the event loop?</source>
        <translation>它在等待，或与事件循环耦合吗？</translation>
    </message>
    <message>
        <source>If it moved, what would the crossings cost?</source>
        <translation>如果迁移，跨界调用要花多少？</translation>
    </message>
    <message>
        <source>Has it a clear interface and few ties, outside any cycle?</source>
        <translation>它的接口清晰、牵连少、不在循环中吗？</translation>
    </message>
    <message>
        <source>Is the interface typed, with types that map to Rust?</source>
        <translation>接口有类型吗，类型能对应到 Rust 吗？</translation>
    </message>
    <message>
        <source>How much of it relies on Python being dynamic?</source>
        <translation>它有多依赖 Python 的动态特性？</translation>
    </message>
    <message>
        <source>Do the packages it uses have Rust counterparts?</source>
        <translation>它使用的包有 Rust 对应库吗？</translation>
    </message>
    <message>
        <source>Is it tested, is there a baseline?</source>
        <translation>它有测试、有基线吗？</translation>
    </message>
    <message>
        <source>Would it do as a first step?</source>
        <translation>它适合作为第一步吗？</translation>
    </message>
    <message>
        <source>source</source>
        <translation>源码</translation>
    </message>
    <message>
        <source>script</source>
        <translation>脚本</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>stub</source>
        <translation>存根</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>生成的</translation>
    </message>
    <message>
        <source>migration</source>
        <translation>迁移脚本</translation>
    </message>
    <message>
        <source>example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>vendored</source>
        <translation>内置第三方</translation>
    </message>
    <message>
        <source>notebook</source>
        <translation>笔记本</translation>
    </message>
    <message>
        <source>Counterpart</source>
        <translation>有对应库</translation>
    </message>
    <message>
        <source>Rust inside already</source>
        <translation>内部已是 Rust</translation>
    </message>
    <message>
        <source>Native already</source>
        <translation>已是原生</translation>
    </message>
    <message>
        <source>Portable</source>
        <translation>可移植</translation>
    </message>
    <message>
        <source>Stays in Python</source>
        <translation>留在 Python</translation>
    </message>
    <message>
        <source>No counterpart</source>
        <translation>无对应库</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::AnalysisJob</name>
    <message>
        <source>Looking</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>Linking</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Weighing</source>
        <translation>权衡</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>评判</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::BoundaryChartView</name>
    <message>
        <source>%1 cuts from the best unit alone to all, with what each saves and costs; the table twin lists them.</source>
        <translation>%1 种切分，从最佳单元单独迁移到全部迁移，各自节省与花费多少；对应的表格列出它们。</translation>
    </message>
    <message>
        <source>Nothing is proposed to move, so there is no cut to price.</source>
        <translation>没有建议迁移的内容，因此没有可定价的切分。</translation>
    </message>
    <message>
        <source>percent of the run</source>
        <translation>占运行时间的百分比</translation>
    </message>
    <message>
        <source>%1: saves ≈ %2 of the run, %3, %4, remains %5</source>
        <translation>%1：节省运行时间的 ≈ %2，%3，%4，剩余 %5</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::BoundaryPage</name>
    <message>
        <source>Boundary</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Gain minus cost, by what moves</source>
        <translation>收益减去成本，按迁移内容</translation>
    </message>
    <message>
        <source>Cuts as a table</source>
        <translation>以表格显示切分</translation>
    </message>
    <message>
        <source>red: crossings · hatched: effort · solid: what remains</source>
        <translation>红色：跨界调用 · 斜线：工作量 · 实心：剩余</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>跨界调用</translation>
    </message>
    <message>
        <source>Crossings of this cut</source>
        <translation>此切分的跨界调用</translation>
    </message>
    <message>
        <source>Work them out exactly</source>
        <translation>精确计算</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>What one person-day is worth</source>
        <translation>一个人日的价值</translation>
    </message>
    <message>
        <source>%1 of the run</source>
        <translation>运行时间的 %1</translation>
    </message>
    <message>
        <source>Reset to optimum</source>
        <translation>恢复最优</translation>
    </message>
    <message>
        <source>Tick the units of the proposal again</source>
        <translation>重新勾选建议的单元</translation>
    </message>
    <message>
        <source>Show in roadmap</source>
        <translation>在路线图中显示</translation>
    </message>
    <message>
        <source>Show the candidate in the roadmap</source>
        <translation>在路线图中显示该候选</translation>
    </message>
    <message>
        <source>Keep this boundary</source>
        <translation>保留此边界</translation>
    </message>
    <message>
        <source>Keep these units as the boundary of the candidate</source>
        <translation>将这些单元保留为该候选的边界</translation>
    </message>
    <message>
        <source>One person-day is worth</source>
        <translation>一个人日的价值为</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>interpreted</source>
        <translation>解释执行</translation>
    </message>
    <message>
        <source>Units and the side they lie on</source>
        <translation>各单元及其所在一侧</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Work the figures of the boundary out exactly</source>
        <translation>精确计算该边界的数字</translation>
    </message>
    <message>
        <source>Keep the boundary of %1</source>
        <translation>保留 %1 的边界</translation>
    </message>
    <message>
        <source>Speed-up ≈ %1×  %2×</source>
        <translation>加速 ≈ %1×  %2×</translation>
    </message>
    <message>
        <source>Speed-up ≈ %1×</source>
        <translation>加速 ≈ %1×</translation>
    </message>
    <message>
        <source>Of the proposed units together; each has its own, from what it does.</source>
        <translation>指建议的单元合计；每个单元按其内容各有不同。</translation>
    </message>
    <message>
        <source>One figure for all units of the candidate: the one that gives its gain.</source>
        <translation>该候选所有单元共用一个数字：得出其收益的那个。</translation>
    </message>
    <message>
        <source>≈ Beyond the proposal the window estimates: one speed-up, effort by lines, usual prices per call.</source>
        <translation>≈ 超出建议的部分由窗口估计：同一加速比，按行数计工作量，每次调用按通常价格。</translation>
    </message>
    <message>
        <source>The length of a run is not known, so crossings have no share of it.</source>
        <translation>运行时长未知，因此跨界调用没有占比。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No boundary to draw: nothing is proposed to move.</source>
        <translation>没有可画的边界：没有建议迁移的内容。</translation>
    </message>
    <message>
        <source>The Modules page says of each module why it stays.</source>
        <translation>模块页说明每个模块为何保留。</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 个单元</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 个单元</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>Optimum</source>
        <translation>最优</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的选择</translation>
    </message>
    <message>
        <source>crossings %1</source>
        <translation>跨界调用 %1</translation>
    </message>
    <message>
        <source>no crossings</source>
        <translation>没有跨界调用</translation>
    </message>
    <message>
        <source>%1 of %2 in · %3</source>
        <translation>%2 中的 %1 个移入 · %3</translation>
    </message>
    <message>
        <source>%1 per run in all</source>
        <translation>每次运行共 %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Move one unit: %1 of the run saved, %2 paid at the boundary.</source>
        <translation>迁移一个单元：节省运行时间的 %1，在边界付出 %2。</translation>
    </message>
    <message>
        <source>Move %1 units together: %2 of the run saved, %3 paid at the boundary.</source>
        <translation>一起迁移 %1 个单元：节省运行时间的 %2，在边界付出 %3。</translation>
    </message>
    <message>
        <source>The best one alone would save %1 and pay %2 in crossings.</source>
        <translation>最好的一个单独迁移会节省 %1，并为跨界调用付出 %2。</translation>
    </message>
    <message>
        <source>Nothing moves: nothing is saved.</source>
        <translation>什么也不迁移：什么也不节省。</translation>
    </message>
    <message>
        <source>Your %1: %2 of the run saved, %3 paid at the boundary.</source>
        <translation>您的 %1：节省运行时间的 %2，在边界付出 %3。</translation>
    </message>
    <message>
        <source>After effort that leaves %1 more than the proposal, at this price of a day.</source>
        <translation>按此日价扣除工作量后，比建议多剩 %1。</translation>
    </message>
    <message>
        <source>After effort that leaves %1 more than the proposal, by the window&apos;s estimate.</source>
        <translation>扣除工作量后，据窗口估计比建议多剩 %1。</translation>
    </message>
    <message>
        <source>After effort that leaves %1 less than the proposal.</source>
        <translation>扣除工作量后，比建议少剩 %1。</translation>
    </message>
    <message>
        <source>moves a unit in or out</source>
        <translation>将单元移入或移出</translation>
    </message>
    <message>
        <source> with %1 tied</source>
        <translation>，另有 %1 个随同</translation>
    </message>
    <message>
        <source>takes it out%3: %1 %, %2 pd</source>
        <translation>移出%3：%1 %，%2 人日</translation>
    </message>
    <message>
        <source>moves it in%3: %1 %, %2 pd</source>
        <translation>移入%3：%1 %，%2 人日</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::CodeView</name>
    <message>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>%1 lines, %2 findings shown between them</source>
        <translation>%1 行，其间显示 %2 条发现</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ColumnChooser</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Find one of %1 columns</source>
        <translation>在 %1 列中查找</translation>
    </message>
    <message>
        <source>Find a column</source>
        <translation>查找列</translation>
    </message>
    <message>
        <source>Columns to show</source>
        <translation>要显示的列</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset the columns</source>
        <translation>重置列</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Go to module, function, package, finding, page, command</source>
        <translation>前往模块、函数、包、发现、页面、命令</translation>
    </message>
    <message>
        <source>Module, function, package, finding, page or command</source>
        <translation>模块、函数、包、发现、页面或命令</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>找到 %1 个</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ContextsModel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Context: modules that belong together</source>
        <translation>上下文：属于一起的模块</translation>
    </message>
    <message>
        <source>Cohesion</source>
        <translation>内聚度</translation>
    </message>
    <message>
        <source>Share of its dependencies that stay inside, 0 to 1</source>
        <translation>留在内部的依赖所占份额，0 到 1</translation>
    </message>
    <message>
        <source>In</source>
        <translation>入</translation>
    </message>
    <message>
        <source>Dependencies of other contexts on it</source>
        <translation>其他上下文对它的依赖</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Its dependencies on other contexts</source>
        <translation>它对其他上下文的依赖</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Modules in it</source>
        <translation>其中的模块</translation>
    </message>
    <message>
        <source>Interpreted</source>
        <translation>解释执行</translation>
    </message>
    <message>
        <source>Interpreted time of its modules, percent of the run</source>
        <translation>其模块的解释执行时间，占运行时间的百分比</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>Mean of its modules by interpreted time, 0 to 100</source>
        <translation>其模块按解释执行时间加权的平均值，0 到 100</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Import cycles that run through it</source>
        <translation>经过它的导入循环</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ContextsPage</name>
    <message>
        <source>Contexts</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Dependencies of the contexts</source>
        <translation>上下文之间的依赖</translation>
    </message>
    <message>
        <source>Contexts as a table</source>
        <translation>以表格显示上下文</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>依赖</translation>
    </message>
    <message>
        <source>Which dependencies of the chosen context</source>
        <translation>所选上下文的哪些依赖</translation>
    </message>
    <message>
        <source>In and out</source>
        <translation>入和出</translation>
    </message>
    <message>
        <source>In</source>
        <translation>入</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Edges: imports and calls</source>
        <translation>边：导入和调用</translation>
    </message>
    <message>
        <source>Edges: imports</source>
        <translation>边：导入</translation>
    </message>
    <message>
        <source>Edges: calls</source>
        <translation>边：调用</translation>
    </message>
    <message>
        <source>What an edge is</source>
        <translation>边表示什么</translation>
    </message>
    <message>
        <source>Stripe: heat</source>
        <translation>色条：热度</translation>
    </message>
    <message>
        <source>Stripe: readiness</source>
        <translation>色条：就绪度</translation>
    </message>
    <message>
        <source>Colour of the stripe</source>
        <translation>色条的颜色</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Contexts: show as table</source>
        <translation>上下文：以表格显示</translation>
    </message>
    <message>
        <source>follow edges</source>
        <translation>沿边移动</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cycles</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Next cycle</source>
        <translation>下一个循环</translation>
    </message>
    <message>
        <source>Imports of the cycle</source>
        <translation>循环中的导入</translation>
    </message>
    <message>
        <source>Show in roadmap</source>
        <translation>在路线图中显示</translation>
    </message>
    <message>
        <source>Show the cut in the roadmap</source>
        <translation>在路线图中显示该切断</translation>
    </message>
    <message>
        <source>Show as graph</source>
        <translation>以图显示</translation>
    </message>
    <message>
        <source>Contexts: show as graph</source>
        <translation>上下文：以图显示</translation>
    </message>
    <message>
        <source>thicker: more of them</source>
        <translation>越粗越多</translation>
    </message>
    <message>
        <source>1 light edge not drawn</source>
        <translation>1 条轻边未画出</translation>
    </message>
    <message>
        <source>%1 light edges not drawn</source>
        <translation>%1 条轻边未画出</translation>
    </message>
    <message>
        <source>Edges with the fewest imports and calls are left out so that the others can be read. The numbers in the table count all.</source>
        <translation>导入和调用最少的边被略去，以便看清其余的。表格中的数字包含全部。</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>No import leads back to where it came from, so nothing has to be cut before something moves.</source>
        <translation>没有导入会绕回起点，因此迁移之前不必切断任何东西。</translation>
    </message>
    <message>
        <source>Cycle %1 of %2</source>
        <translation>第 %1 个循环，共 %2 个</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 个模块</translation>
    </message>
    <message>
        <source>%1 modules</source>
        <translation>%1 个模块</translation>
    </message>
    <message>
        <source>No cheap cut was found.</source>
        <translation>没有找到便宜的切断。</translation>
    </message>
    <message>
        <source>Cheapest cut: %1, %2 (%3)</source>
        <translation>代价最小的切断：%1，%2（%3）</translation>
    </message>
    <message>
        <source>1 import</source>
        <translation>1 个导入</translation>
    </message>
    <message>
        <source>%1 imports</source>
        <translation>%1 个导入</translation>
    </message>
    <message>
        <source>Cheapest cut: %1</source>
        <translation>代价最小的切断：%1</translation>
    </message>
    <message>
        <source>Marked above and dashed in the graph. No step of the roadmap needs it.</source>
        <translation>已在上方标出，并在图中以虚线表示。路线图没有步骤需要它。</translation>
    </message>
    <message>
        <source>Its imports are all needed both ways; split a module first.</source>
        <translation>它的导入双向都必需；请先拆分一个模块。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ContextsView</name>
    <message>
        <source>%1 contexts and groups of modules with %2 dependencies between them; arrow keys follow them, the table twin lists them.</source>
        <translation>%1 个上下文和模块组，其间有 %2 个依赖；方向键沿依赖移动，对应的表格列出它们。</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>uses %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>used by %1</source>
        <translation>被 %1 使用</translation>
    </message>
    <message>
        <source>%1 of the run</source>
        <translation>运行时间的 %1</translation>
    </message>
    <message>
        <source>%1 more modules</source>
        <translation>另有 %1 个模块</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 个模块</translation>
    </message>
    <message>
        <source>%1 modules</source>
        <translation>%1 个模块</translation>
    </message>
    <message>
        <source>%1%2 of the run</source>
        <translation>占运行时间的 %1%2</translation>
    </message>
    <message>
        <source>in an import cycle with another context</source>
        <translation>与另一上下文处于导入循环中</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::CostsSection</name>
    <message>
        <source>Costs and thresholds</source>
        <translation>成本与阈值</translation>
    </message>
    <message>
        <source>What the efforts of the plan are made of. They are assumptions until you put in your own figures.</source>
        <translation>计划中的工作量由什么构成。在您填入自己的数字之前，它们是假设。</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>What is worth a step</source>
        <translation>什么值得作为一步</translation>
    </message>
    <message>
        <source>Reset costs and thresholds</source>
        <translation>重置成本与阈值</translation>
    </message>
    <message>
        <source>Reset to %1</source>
        <translation>重置为 %1</translation>
    </message>
    <message>
        <source>Reset %1 to %2 %3</source>
        <translation>将%1重置为 %2 %3</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>重置：%1</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::CriteriaModel</name>
    <message>
        <source>Criterion</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>One question of the guide</source>
        <translation>指南的一个问题</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Value or ease</source>
        <translation>价值或易行度</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>易行度</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>What it adds to its group</source>
        <translation>它为所在组增加多少</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>0 to 100</source>
        <translation>0 到 100</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Worst and best case of the answer</source>
        <translation>答案的最差和最好情形</translation>
    </message>
    <message>
        <source>To readiness</source>
        <translation>对就绪度</translation>
    </message>
    <message>
        <source>The nine add up to readiness</source>
        <translation>九条合计为就绪度</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The evidence</source>
        <translation>证据</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::CrossingsModel</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>The caller</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>What is called over the boundary</source>
        <translation>越过边界被调用的内容</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Calls per run</source>
        <translation>每次运行的调用次数</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Elements converted per run</source>
        <translation>每次运行转换的元素</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Time per run spent crossing</source>
        <translation>每次运行用于跨界的时间</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::CutColumnsModel</name>
    <message>
        <source>What moves</source>
        <translation>迁移内容</translation>
    </message>
    <message>
        <source>Units moved together</source>
        <translation>一起迁移的单元</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Before crossings and effort, percent of the run</source>
        <translation>未扣跨界调用和工作量，占运行时间的百分比</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>跨界调用</translation>
    </message>
    <message>
        <source>Lost at the boundary, percent of the run</source>
        <translation>在边界损失，占运行时间的百分比</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Person-days at the price chosen above, percent of the run</source>
        <translation>按上方所选价格折算的人日，占运行时间的百分比</translation>
    </message>
    <message>
        <source>Remains</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Saved, less crossings, less effort</source>
        <translation>节省减去跨界调用，再减去工作量</translation>
    </message>
    <message>
        <source>Person-days</source>
        <translation>人日</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::CutCrossingsModel</name>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Into Rust, or from Rust back into Python</source>
        <translation>进入 Rust，或从 Rust 返回 Python</translation>
    </message>
    <message>
        <source>→ into Rust</source>
        <translation>→ 进入 Rust</translation>
    </message>
    <message>
        <source>← to Python</source>
        <translation>← 返回 Python</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>The caller</source>
        <translation>调用方</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>What is called over the boundary</source>
        <translation>越过边界被调用的内容</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Per run</source>
        <translation>每次运行</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>Converted per run; unknown where only the window has estimated the price</source>
        <translation>每次运行转换的数量；仅由窗口估计价格之处为未知</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Time per run spent crossing; for calls that no crossing of the plan prices, at its usual price per call</source>
        <translation>每次运行用于跨界的时间；计划未定价的调用按每次调用的通常价格计</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::CycleModel</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Who imports whom</source>
        <translation>谁导入谁</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>它所在之处</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>Whether the cheapest cut takes it away</source>
        <translation>代价最小的切断是否移除它</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>切断</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::DataTable</name>
    <message>
        <source>Columns of %1</source>
        <translation>%1的列</translation>
    </message>
    <message>
        <source>The table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
    <message>
        <source>Save table as CSV…</source>
        <translation>将表格另存为 CSV…</translation>
    </message>
    <message>
        <source>What is %1?</source>
        <translation>%1 是什么？</translation>
    </message>
    <message>
        <source>What is %1? (F1)</source>
        <translation>%1 是什么？(F1)</translation>
    </message>
    <message>
        <source>No row fits the filters.</source>
        <translation>没有符合筛选的行。</translation>
    </message>
    <message>
        <source>Nothing to list.</source>
        <translation>没有可列出的。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::DateField</name>
    <message>
        <source>not given</source>
        <translation>未给出</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::DecisionsModel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The module or units it is about</source>
        <translation>它涉及的模块或单元</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>What was decided by hand</source>
        <translation>手工决定了什么</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why, in the words of who decided</source>
        <translation>为什么，用决定者的话</translation>
    </message>
    <message>
        <source>Verdict: %1</source>
        <translation>结论：%1</translation>
    </message>
    <message>
        <source>In wave %1</source>
        <translation>在第 %1 波</translation>
    </message>
    <message>
        <source>1 unit moves alone</source>
        <translation>1 个单元单独迁移</translation>
    </message>
    <message>
        <source>%1 units move together</source>
        <translation>%1 个单元一起迁移</translation>
    </message>
    <message>
        <source>Moves to Rust</source>
        <translation>迁往 Rust</translation>
    </message>
    <message>
        <source>Stays in Python</source>
        <translation>留在 Python</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::DecisionsSection</name>
    <message>
        <source>Decisions</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>What a person decided against or beside the analysis. Each can be taken back here; the report names them.</source>
        <translation>某人不顾分析或在分析之外所作的决定。每一项都可在此收回；报告会列出它们。</translation>
    </message>
    <message>
        <source>Decisions made by hand</source>
        <translation>手工作出的决定</translation>
    </message>
    <message>
        <source>Nothing was decided by hand.</source>
        <translation>没有手工决定的内容。</translation>
    </message>
    <message>
        <source>Decided by hand</source>
        <translation>手工决定</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Take the chosen decision back</source>
        <translation>收回所选决定</translation>
    </message>
    <message>
        <source>Take back %1</source>
        <translation>收回 %1</translation>
    </message>
    <message>
        <source>How critical</source>
        <translation>关键程度</translation>
    </message>
    <message>
        <source>Files by pattern; the last one that matches wins. Critical parts move later and with more proof.</source>
        <translation>按模式匹配文件；最后一个匹配的生效。关键部分迁移得更晚，并需更多证明。</translation>
    </message>
    <message>
        <source>Add a pattern</source>
        <translation>添加模式</translation>
    </message>
    <message>
        <source>Add a pattern of critical files</source>
        <translation>添加关键文件的模式</translation>
    </message>
    <message>
        <source>Owners of risks</source>
        <translation>风险负责人</translation>
    </message>
    <message>
        <source>Pattern of critical files</source>
        <translation>关键文件的模式</translation>
    </message>
    <message>
        <source>How critical these files are</source>
        <translation>这些文件有多关键</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Remove this pattern</source>
        <translation>移除此模式</translation>
    </message>
    <message>
        <source>How critical parts are</source>
        <translation>各部分的关键程度</translation>
    </message>
    <message>
        <source>The plan names no risk.</source>
        <translation>计划没有列出风险。</translation>
    </message>
    <message>
        <source>Owner of the risk: %1</source>
        <translation>风险负责人：%1</translation>
    </message>
    <message>
        <source>Owner of a risk: %1</source>
        <translation>一项风险的负责人：%1</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::FigureCard</name>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>%1: show as table</source>
        <translation>%1：以表格显示</translation>
    </message>
    <message>
        <source>Show as figure</source>
        <translation>以图显示</translation>
    </message>
    <message>
        <source>%1: show as figure</source>
        <translation>%1：以图显示</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::FigureView</name>
    <message>
        <source>The figure</source>
        <translation>图</translation>
    </message>
    <message>
        <source>SVG (*.svg)</source>
        <translation>SVG (*.svg)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Save figure as SVG…</source>
        <translation>将图另存为 SVG…</translation>
    </message>
    <message>
        <source>Save figure as PNG…</source>
        <translation>将图另存为 PNG…</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::FilterHeader</name>
    <message>
        <source>Filter %1</source>
        <translation>筛选%1</translation>
    </message>
    <message>
        <source>name or a.b.*</source>
        <translation>名称或 a.b.*</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>%1: a figure, ≥ 5, &lt; 3, 5–10 or unknown; joined by “or”</source>
        <translation>%1：数字、≥ 5、&lt; 3、5–10 或 unknown；以“or”连接</translation>
    </message>
    <message>
        <source>%1: a part of it, a.b.* or “not …”; joined by “or”</source>
        <translation>%1：其中一部分、a.b.* 或“not …”；以“or”连接</translation>
    </message>
    <message>
        <source>Not understood: give a figure, ≥ 5, &lt; 3 or 5–10</source>
        <translation>无法理解：请给出数字、≥ 5、&lt; 3 或 5–10</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::FindingsModel</name>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Line of the file</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>What was observed</source>
        <translation>观察到什么</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>What it does to the score</source>
        <translation>它对分数的影响</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>它在哪里</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Id of the rule that found it</source>
        <translation>发现它的规则的编号</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::FlameView</name>
    <message>
        <source>%1 frames in %2 rows, width is time with callees; the table twin lists them.</source>
        <translation>%1 帧，%2 行，宽度为含被调用者的时间；对应的表格列出它们。</translation>
    </message>
    <message>
        <source>No function takes time that is known. A profile would say more.</source>
        <translation>没有函数的耗时是已知的。剖析能说明更多。</translation>
    </message>
    <message>
        <source>Native code called by %1: %2%3 of the run</source>
        <translation>%1 调用的原生代码：占运行时间的 %2%3</translation>
    </message>
    <message>
        <source>Waiting in %1: %2%3 of the run</source>
        <translation>在 %1 中等待：占运行时间的 %2%3</translation>
    </message>
    <message>
        <source>%1: %2%3 of the run with callees, %2%4 interpreted in itself</source>
        <translation>%1：含被调用者占运行时间的 %2%3，自身解释执行 %2%4</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::FramesModel</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Indented by how deep it is called</source>
        <translation>按调用深度缩进</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>它所在之处</translation>
    </message>
    <message>
        <source>With callees</source>
        <translation>含被调用者</translation>
    </message>
    <message>
        <source>Percent of the run, here and in what it calls</source>
        <translation>在此及其调用之中，占运行时间的百分比</translation>
    </message>
    <message>
        <source>Own interpreted</source>
        <translation>自身解释执行</translation>
    </message>
    <message>
        <source>Percent of the run, interpreted in itself</source>
        <translation>在自身中解释执行，占运行时间的百分比</translation>
    </message>
    <message>
        <source>Called by</source>
        <translation>调用者</translation>
    </message>
    <message>
        <source>The frame above</source>
        <translation>上面的帧</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Rows from the top</source>
        <translation>从顶部数的行</translation>
    </message>
    <message>
        <source>native code</source>
        <translation>原生代码</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::HeatPage</name>
    <message>
        <source>every call counted</source>
        <translation>每次调用都计数</translation>
    </message>
    <message>
        <source>sampled</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>● %1 matched: %2 of %3</source>
        <translation>● 已匹配 %1：%3 中的 %2</translation>
    </message>
    <message>
        <source>● %1 of the samples matched</source>
        <translation>● 已匹配 %1 的样本</translation>
    </message>
    <message>
        <source>Largest of the rest: %1.</source>
        <translation>其余之中最大的：%1。</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>热度</translation>
    </message>
    <message>
        <source>Flame chart</source>
        <translation>火焰图</translation>
    </message>
    <message>
        <source>Rows of the flame chart</source>
        <translation>火焰图的各行</translation>
    </message>
    <message>
        <source>Frames of the flame chart</source>
        <translation>火焰图的帧</translation>
    </message>
    <message>
        <source>width: time with callees · colour: own time · nesting inferred from calls</source>
        <translation>宽度：含被调用者的时间 · 颜色：自身时间 · 嵌套由调用推断</translation>
    </message>
    <message>
        <source>in</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>Open the module of the chosen frame</source>
        <translation>打开所选帧所在的模块</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Let the chosen frame fill the width</source>
        <translation>让所选帧占满宽度</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>出</translation>
    </message>
    <message>
        <source>Zoom out of the frame</source>
        <translation>从该帧缩小</translation>
    </message>
    <message>
        <source>Open module</source>
        <translation>打开模块</translation>
    </message>
    <message>
        <source>Open the module at the chosen function</source>
        <translation>在所选函数处打开模块</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Hotspots</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>Hotspots by</source>
        <translation>热点按</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>No function takes time that is known.</source>
        <translation>没有函数的耗时是已知的。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>剖析</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>移除剖析</translation>
    </message>
    <message>
        <source>Drop a profile here</source>
        <translation>将剖析文件拖到这里</translation>
    </message>
    <message>
        <source>cProfile, py-spy, Austin, Scalene, pyinstrument, perf, speedscope. Profiles of several runs add up.</source>
        <translation>cProfile、py-spy、Austin、Scalene、pyinstrument、perf、speedscope。多次运行的剖析会累加。</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Profiles (*);;cProfile (*.prof *.pstats)</source>
        <translation>剖析文件 (*);;cProfile (*.prof *.pstats)</translation>
    </message>
    <message>
        <source>own time; ≈ all estimated</source>
        <translation>自身时间；≈ 全部为估计</translation>
    </message>
    <message>
        <source>own time; ● all measured</source>
        <translation>自身时间；● 全部为实测</translation>
    </message>
    <message>
        <source>● %1 measured above ≈ %2 estimated</source>
        <translation>● %1 个实测在上，≈ %2 个估计在下</translation>
    </message>
    <message>
        <source>%1%2 own</source>
        <translation>%1%2 自身</translation>
    </message>
    <message>
        <source>%1%2 in native code</source>
        <translation>%1%2 在原生代码中</translation>
    </message>
    <message>
        <source>%1%2 waiting</source>
        <translation>%1%2 等待</translation>
    </message>
    <message>
        <source>%1 with callees</source>
        <translation>含被调用者 %1</translation>
    </message>
    <message>
        <source>called %1 times from %2</source>
        <translation>被 %2 调用 %1 次</translation>
    </message>
    <message>
        <source>1 function</source>
        <translation>1 个函数</translation>
    </message>
    <message>
        <source>%1 functions</source>
        <translation>%1 个函数</translation>
    </message>
    <message>
        <source>called %1 times</source>
        <translation>被调用 %1 次</translation>
    </message>
    <message>
        <source>Drop another profile here</source>
        <translation>将另一个剖析文件拖到这里</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>%1 was not used.</source>
        <translation>没有使用 %1。</translation>
    </message>
    <message>
        <source>%1. What you see is as it was before.</source>
        <translation>%1。您看到的仍是之前的内容。</translation>
    </message>
    <message>
        <source>Share of the measured time whose file and line are in this code.</source>
        <translation>实测时间中，文件和行属于此代码的份额。</translation>
    </message>
    <message>
        <source>None yet. All times are estimated from loops, calls and what each operation costs. A profile of one typical run replaces the estimate wherever it has been, and settles the ranking.</source>
        <translation>还没有。所有时间都由循环、调用和每种操作的代价估计。一次典型运行的剖析会在它到过之处取代估计，并确定排名。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::HelpPanel</name>
    <message>
        <source>Back in the help</source>
        <translation>帮助中后退</translation>
    </message>
    <message>
        <source>Back (Alt+←)</source>
        <translation>后退 (Alt+←)</translation>
    </message>
    <message>
        <source>Forward in the help</source>
        <translation>帮助中前进</translation>
    </message>
    <message>
        <source>Forward (Alt+→)</source>
        <translation>前进 (Alt+→)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>关闭帮助</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Search rules, criteria, words</source>
        <translation>搜索规则、准则、术语</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Text of the help</source>
        <translation>帮助正文</translation>
    </message>
    <message>
        <source>Nothing about “%1”.</source>
        <translation>没有关于“%1”的内容。</translation>
    </message>
    <message>
        <source>Everything that is explained</source>
        <translation>全部可解释的内容</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::HotspotsModel</name>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>运行的内容</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>它所在之处</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>Interpreted, native and waiting, to one scale</source>
        <translation>解释执行、原生与等待，同一比例</translation>
    </message>
    <message>
        <source>Interpreted</source>
        <translation>解释执行</translation>
    </message>
    <message>
        <source>Python bytecode, percent of the run: what Rust can shorten</source>
        <translation>Python 字节码，占运行时间的百分比：Rust 能缩短的部分</translation>
    </message>
    <message>
        <source>between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>Low and high of the interpreted share</source>
        <translation>解释执行份额的低值与高值</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>原生</translation>
    </message>
    <message>
        <source>C, C++ or Rust that it calls, percent of the run</source>
        <translation>它调用的 C、C++ 或 Rust，占运行时间的百分比</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>For disk, network and others, percent of the run</source>
        <translation>等待磁盘、网络及其他，占运行时间的百分比</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Per run</source>
        <translation>每次运行</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Measured by a profile, or estimated from loops and calls</source>
        <translation>由剖析实测，或由循环和调用估计</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::LegendView</name>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::LimitsModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Relative to the analysed folder</source>
        <translation>相对于所分析的文件夹</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Where the problem is</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Why it was skipped, or what could not be read</source>
        <translation>为何跳过，或哪里无法读取</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>已跳过：%1</translation>
    </message>
    <message>
        <source>Read in part: %1</source>
        <translation>部分读取：%1</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::LinksModel</name>
    <message>
        <source>for type checking only</source>
        <translation>仅用于类型检查</translation>
    </message>
    <message>
        <source>inside a function</source>
        <translation>在函数内部</translation>
    </message>
    <message>
        <source>conditional</source>
        <translation>有条件的</translation>
    </message>
    <message>
        <source>everything (*)</source>
        <translation>全部 (*)</translation>
    </message>
    <message>
        <source>dynamic</source>
        <translation>动态的</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>被导入</translation>
    </message>
    <message>
        <source>Dotted name of the module</source>
        <translation>模块的点分名称</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Line of the import</source>
        <translation>导入所在的行</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What is special about the import</source>
        <translation>该导入有何特别</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::MainWindow</name>
    <message>
        <source>Open a folder with Python</source>
        <translation>打开包含 Python 的文件夹</translation>
    </message>
    <message>
        <source>readiness %1</source>
        <translation>就绪度 %1</translation>
    </message>
    <message>
        <source>%1 – Ferroscope</source>
        <translation>%1 – Ferroscope</translation>
    </message>
    <message>
        <source>Ferroscope</source>
        <translation>Ferroscope</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Drop to analyse %1</source>
        <translation>松开以分析 %1</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>打开示例项目</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>重新分析</translation>
    </message>
    <message>
        <source>Watch for saved files</source>
        <translation>监视已保存的文件</translation>
    </message>
    <message>
        <source>Cancel the analysis</source>
        <translation>取消分析</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>返回开始页</translation>
    </message>
    <message>
        <source>Open the last project at the start</source>
        <translation>启动时打开上次的项目</translation>
    </message>
    <message>
        <source>Go to module, page, command…</source>
        <translation>前往模块、页面、命令…</translation>
    </message>
    <message>
        <source>Filter this page</source>
        <translation>筛选此页</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>Save the figure as SVG…</source>
        <translation>将图另存为 SVG…</translation>
    </message>
    <message>
        <source>Save the figure as PNG…</source>
        <translation>将图另存为 PNG…</translation>
    </message>
    <message>
        <source>Save the table as CSV…</source>
        <translation>将表格另存为 CSV…</translation>
    </message>
    <message>
        <source>Explain this</source>
        <translation>解释此处</translation>
    </message>
    <message>
        <source>All rules, criteria and words</source>
        <translation>全部规则、准则和术语</translation>
    </message>
    <message>
        <source>Tour of the pages</source>
        <translation>页面导览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>主题: 跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>主题: 浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>主题: 深色</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>语言: 跟随系统</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>语言: %1</translation>
    </message>
    <message>
        <source>About Ferroscope</source>
        <translation>关于 Ferroscope</translation>
    </message>
    <message>
        <source>Ferroscope %1

Which Python is worth moving to Rust? Works offline; the code is read, never executed, and nothing is written inside the repository.

GPL-3.0-or-later</source>
        <translation>Ferroscope %1

哪些 Python 值得迁往 Rust？可离线使用；代码只被读取，绝不执行，也不会在仓库内写入任何内容。

GPL-3.0-or-later</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>No table is shown here; “Show as table” makes one of a figure.</source>
        <translation>这里没有表格；“以表格显示”可将图变成表格。</translation>
    </message>
    <message>
        <source>No figure is shown on this page.</source>
        <translation>此页没有图。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言在下次启动时改变。</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>打开最近</translation>
    </message>
    <message>
        <source>Save from this page</source>
        <translation>从此页保存</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>导入设置</translation>
    </message>
    <message>
        <source>Settings (*.toml)</source>
        <translation>设置 (*.toml)</translation>
    </message>
    <message>
        <source>The settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>%1 holds no settings that can be used.</source>
        <translation>%1 不含可用的设置。</translation>
    </message>
    <message>
        <source>%1. Nothing was changed.</source>
        <translation>%1。没有任何改动。</translation>
    </message>
    <message>
        <source>Changes of the plan are not kept</source>
        <translation>计划的更改不会保留</translation>
    </message>
    <message>
        <source>They are lost when the window closes. An exported file keeps them.</source>
        <translation>窗口关闭时它们会丢失。导出文件可保留它们。</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>不保留并关闭</translation>
    </message>
    <message>
        <source>Opened again where you left it.</source>
        <translation>已回到您上次离开之处。</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>开始页</translation>
    </message>
    <message>
        <source>Go to the start page instead</source>
        <translation>改为前往开始页</translation>
    </message>
    <message>
        <source>Hide this line</source>
        <translation>隐藏此行</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>, changed since</source>
        <translation>，之后有改动</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%2 个文件中的 %1</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 个模块</translation>
    </message>
    <message>
        <source>%1 modules</source>
        <translation>%1 个模块</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>heat measured</source>
        <translation>热度为实测</translation>
    </message>
    <message>
        <source>heat estimated</source>
        <translation>热度为估计</translation>
    </message>
    <message>
        <source>Preparing the plan for changes…</source>
        <translation>正在为更改准备计划…</translation>
    </message>
    <message>
        <source>The analysis came out of the store. What changes a plan has to be read once; the change is kept meanwhile.</source>
        <translation>分析来自存储。改变计划所需的内容须读取一次；更改在此期间会保留。</translation>
    </message>
    <message>
        <source>The last change is not worked in yet</source>
        <translation>最后的更改尚未计入</translation>
    </message>
    <message>
        <source>The last change of the plan. Ctrl+Z takes it back.</source>
        <translation>计划的最后一次更改。Ctrl+Z 可撤销。</translation>
    </message>
    <message>
        <source>1 file changed</source>
        <translation>1 个文件已改变</translation>
    </message>
    <message>
        <source>%1 files changed</source>
        <translation>%1 个文件已改变</translation>
    </message>
    <message>
        <source>%1, updating…</source>
        <translation>%1，正在更新…</translation>
    </message>
    <message>
        <source>%1, updated</source>
        <translation>%1，已更新</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Continue the analysis</source>
        <translation>继续分析</translation>
    </message>
    <message>
        <source>Look for the folder again</source>
        <translation>再次查找该文件夹</translation>
    </message>
    <message>
        <source>Try the analysis again</source>
        <translation>再次尝试分析</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不在那里。</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or be on a drive that is not connected. What you see is the last analysis; it goes on when the folder is back.</source>
        <translation>它可能被移动、重命名，或位于未连接的驱动器上。您看到的是上一次分析；文件夹回来后会继续。</translation>
    </message>
    <message>
        <source>What you see is the analysis before.</source>
        <translation>您看到的是之前的分析。</translation>
    </message>
    <message>
        <source>Cancelled at %1.</source>
        <translation>在 %1 处取消。</translation>
    </message>
    <message>
        <source>%1 of %2 modules are read and kept. Without calls and contexts no verdict is firm.</source>
        <translation>%2 个模块中的 %1 个已读取并保留。没有调用和上下文，任何结论都不牢靠。</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>The sentence on top says whether anything is worth moving. Each mark is a module: further up a move gains more, further right it is easier. What lies in the tinted corner is worth it.</source>
        <translation>顶部的句子说明是否有值得迁移的内容。每个标记是一个模块：越往上，迁移收益越大；越往右，越容易。落在着色角落里的才值得。</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>它在哪里</translation>
    </message>
    <message>
        <source>Every file as a tile. Size and colour are yours to choose above; the legend counts. Click a tile and every page shows that module.</source>
        <translation>每个文件是一块。大小和颜色在上方由您选择；图例给出数目。单击一块，所有页面都显示该模块。</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>为什么是这个分数</translation>
    </message>
    <message>
        <source>Nine questions add up to value and ease. Click a row to read what it asks; the findings beside it lead to their lines.</source>
        <translation>九个问题合成价值和易行度。单击一行可了解它问什么；旁边的发现通向相应的行。</translation>
    </message>
    <message>
        <source>What the cut costs</source>
        <translation>切分的代价</translation>
    </message>
    <message>
        <source>Every call over the boundary has a price. Tick units in or out and watch what remains; the best cut is marked.</source>
        <translation>每次跨越边界的调用都有价格。勾选单元移入或移出，看剩下多少；最佳切分已标出。</translation>
    </message>
    <message>
        <source>In what order</source>
        <translation>按什么顺序</translation>
    </message>
    <message>
        <source>Waves that respect what depends on what, with effort and gain as ranges. Below, what is saved by when.</source>
        <translation>遵守依赖关系的波次，工作量和收益以范围给出。下方是到何时节省多少。</translation>
    </message>
    <message>
        <source>What you hand on</source>
        <translation>您交付什么</translation>
    </message>
    <message>
        <source>Choose the sections and whose name is on them; this is how it prints. F1 explains what has the focus, wherever you are.</source>
        <translation>选择章节以及署名；这就是打印的样子。无论在哪里，F1 都会解释焦点所在之处。</translation>
    </message>
    <message>
        <source>Nothing is remembered: another program holds the store.</source>
        <translation>不会保存任何内容：存储正被另一个程序占用。</translation>
    </message>
    <message>
        <source>Close the other Ferroscope and start this one again. (%1)</source>
        <translation>请关闭另一个 Ferroscope 并重新启动本程序。（%1）</translation>
    </message>
    <message>
        <source>Nothing is remembered: a newer Ferroscope wrote the store.</source>
        <translation>不会保存任何内容：存储由更新版本的 Ferroscope 写入。</translation>
    </message>
    <message>
        <source>Use the newer one, or move the file away: %1</source>
        <translation>请使用更新的版本，或移走该文件：%1</translation>
    </message>
    <message>
        <source>Nothing is remembered: the store is damaged.</source>
        <translation>不会保存任何内容：存储已损坏。</translation>
    </message>
    <message>
        <source>Move the file away and start again; a new one is made: %1</source>
        <translation>请移走该文件并重新启动；程序会新建一个：%1</translation>
    </message>
    <message>
        <source>Nothing is remembered: the store cannot be opened.</source>
        <translation>不会保存任何内容：无法打开存储。</translation>
    </message>
    <message>
        <source>Make its folder writable and start again: %1</source>
        <translation>请使其文件夹可写并重新启动：%1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此提示</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::MapPage</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Map of the modules</source>
        <translation>模块地图</translation>
    </message>
    <message>
        <source>Modules of the map as a table</source>
        <translation>以表格显示地图中的模块</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Size of the tiles</source>
        <translation>块的大小</translation>
    </message>
    <message>
        <source>Colour of the tiles</source>
        <translation>块的颜色</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Highlight by name</source>
        <translation>按名称高亮</translation>
    </message>
    <message>
        <source>Highlight modules by name</source>
        <translation>按名称高亮模块</translation>
    </message>
    <message>
        <source>Modules with this in their name stay bright (Ctrl+F)</source>
        <translation>名称中含有它的模块保持明亮 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Map: show as table</source>
        <translation>地图：以表格显示</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Show as map</source>
        <translation>以地图显示</translation>
    </message>
    <message>
        <source>Map: show as map</source>
        <translation>地图：以地图显示</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Zoom out of the package</source>
        <translation>从该包缩小</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>Open module</source>
        <translation>打开模块</translation>
    </message>
    <message>
        <source>Zoom to %1</source>
        <translation>缩放到 %1</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 个模块</translation>
    </message>
    <message>
        <source>%1 modules</source>
        <translation>%1 个模块</translation>
    </message>
    <message>
        <source>1 code line</source>
        <translation>1 行代码</translation>
    </message>
    <message>
        <source>%1 code lines</source>
        <translation>%1 行代码</translation>
    </message>
    <message>
        <source>%1 highlighted</source>
        <translation>高亮 %1 个</translation>
    </message>
    <message>
        <source>marks show what moves</source>
        <translation>标记表示迁移的内容</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Click a tile to see it here.</source>
        <translation>单击一块以在此查看。</translation>
    </message>
    <message>
        <source>%1, not judged</source>
        <translation>%1，未评判</translation>
    </message>
    <message>
        <source>of the run interpreted, %1</source>
        <translation>占运行时间，解释执行，%1</translation>
    </message>
    <message>
        <source>interpreted, native %1, waiting %2</source>
        <translation>解释执行，原生 %1，等待 %2</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Code lines</source>
        <translation>代码行</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>Type hints</source>
        <translation>类型提示</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>变更频度</translation>
    </message>
    <message>
        <source>1 commit</source>
        <translation>1 次提交</translation>
    </message>
    <message>
        <source>%1 commits</source>
        <translation>%1 次提交</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::MeanView</name>
    <message>
        <source>Readiness as the geometric mean</source>
        <translation>就绪度即几何平均</translation>
    </message>
    <message>
        <source>Readiness %1 (%2) is the square root of value %3 times ease %4.</source>
        <translation>就绪度 %1 (%2) 是价值 %3 乘以易行度 %4 的平方根。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ModulePage</name>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>易行度</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>Runner-up</source>
        <translation>次选</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Take the verdict set by hand back</source>
        <translation>收回手工设定的结论</translation>
    </message>
    <message>
        <source>Override…</source>
        <translation>改判…</translation>
    </message>
    <message>
        <source>Set another verdict, with a reason</source>
        <translation>设定另一个结论，并给出理由</translation>
    </message>
    <message>
        <source>Take the verdict of %1 back</source>
        <translation>收回 %1 的结论</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>准则</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>each group adds up to 100</source>
        <translation>每组合计 100</translation>
    </message>
    <message>
        <source>What would change it</source>
        <translation>什么会改变它</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源代码</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>重新分析</translation>
    </message>
    <message>
        <source>Analyse again, the file has changed</source>
        <translation>文件已改变，重新分析</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>被导入</translation>
    </message>
    <message>
        <source>Importers</source>
        <translation>导入它的模块</translation>
    </message>
    <message>
        <source>Boundary price</source>
        <translation>边界价格</translation>
    </message>
    <message>
        <source>No module was judged.</source>
        <translation>没有模块受到评判。</translation>
    </message>
    <message>
        <source>Why %1</source>
        <translation>为什么是 %1</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>未评判</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 条发现</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1 条发现</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>The source is not at hand: only the assessment was opened.</source>
        <translation>手头没有源代码：只打开了评估结果。</translation>
    </message>
    <message>
        <source>Cheaper: %1</source>
        <translation>更便宜：%1</translation>
    </message>
    <message>
        <source>Stays: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>Set the verdict of %1</source>
        <translation>设定 %1 的结论</translation>
    </message>
    <message>
        <source>The analysis says: %1. Yours holds instead, and the plan follows it.</source>
        <translation>分析认为：%1。以您的结论为准，计划随之调整。</translation>
    </message>
    <message>
        <source>%1: %2 by hand</source>
        <translation>%1：%2，手工</translation>
    </message>
    <message>
        <source>%1 in full, at most</source>
        <translation>%1做到满分，至多</translation>
    </message>
    <message>
        <source>wave %1</source>
        <translation>第 %1 波</translation>
    </message>
    <message>
        <source>Nothing would raise it by a point or more.</source>
        <translation>没有什么能使它提高一分或更多。</translation>
    </message>
    <message>
        <source>Only source files and scripts are judged.</source>
        <translation>只评判源文件和脚本。</translation>
    </message>
    <message>
        <source>Cheaper than Rust: %1</source>
        <translation>比 Rust 更便宜：%1</translation>
    </message>
    <message>
        <source>No boundary</source>
        <translation>没有边界</translation>
    </message>
    <message>
        <source>No part of it is proposed to move, so nothing would cross.</source>
        <translation>没有建议迁移它的任何部分，因此没有跨界。</translation>
    </message>
    <message>
        <source>Saves per run</source>
        <translation>每次运行节省</translation>
    </message>
    <message>
        <source>Crossings cost</source>
        <translation>跨界调用花费</translation>
    </message>
    <message>
        <source>nothing: no call crosses</source>
        <translation>无：没有调用跨界</translation>
    </message>
    <message>
        <source>%1, %2 elements</source>
        <translation>%1，%2 个元素</translation>
    </message>
    <message>
        <source>1 crossing</source>
        <translation>1 个跨界调用</translation>
    </message>
    <message>
        <source>%1 crossings</source>
        <translation>%1 个跨界调用</translation>
    </message>
    <message>
        <source>Show on the roadmap</source>
        <translation>在路线图上显示</translation>
    </message>
    <message>
        <source>The file is not there any more. Analyse again (F5) to see what is.</source>
        <translation>该文件已不在那里。重新分析 (F5) 以查看现状。</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB; its findings are listed below.</source>
        <translation>该文件大于 %1 MiB；其发现列在下面。</translation>
    </message>
    <message>
        <source>The file cannot be read any more (%1). Its findings are listed below.</source>
        <translation>该文件已无法读取（%1）。其发现列在下面。</translation>
    </message>
    <message>
        <source>This file has changed since the analysis.</source>
        <translation>此文件在分析之后已改变。</translation>
    </message>
    <message>
        <source>Findings and heat may stand at the wrong lines.</source>
        <translation>发现和热度可能对不上行。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ModulesModel</name>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Dotted name of the module</source>
        <translation>模块的点分名称</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What to do with the module</source>
        <translation>该模块怎么办</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未评判</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>Value and ease combined, 0 to 100, with its range</source>
        <translation>价值与易行度合成，0 到 100，带范围</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>What a move would gain, 0 to 100</source>
        <translation>迁移能带来什么，0 到 100</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>易行度</translation>
    </message>
    <message>
        <source>How easy a move would be, 0 to 100</source>
        <translation>迁移有多容易，0 到 100</translation>
    </message>
    <message>
        <source>Interpreted</source>
        <translation>解释执行</translation>
    </message>
    <message>
        <source>Share of the run spent in interpreted Python here, in percent</source>
        <translation>在此花于解释执行 Python 的运行时间份额，百分比</translation>
    </message>
    <message>
        <source>Code lines</source>
        <translation>代码行</translation>
    </message>
    <message>
        <source>Lines with code, without blank lines, comments and docstrings</source>
        <translation>含代码的行，不含空行、注释和文档字符串</translation>
    </message>
    <message>
        <source>Type hints</source>
        <translation>类型提示</translation>
    </message>
    <message>
        <source>Share of parameters and returns with a type, in percent</source>
        <translation>带类型的参数和返回值所占份额，百分比</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Located observations in this file</source>
        <translation>此文件中定位到的观察</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>The group of modules it belongs with</source>
        <translation>它所属的模块组</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>原生</translation>
    </message>
    <message>
        <source>Share of the run spent in native code called from here, in percent</source>
        <translation>从此调用的原生代码占运行时间的份额，百分比</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Share of the run spent waiting here, in percent</source>
        <translation>在此等待占运行时间的份额，百分比</translation>
    </message>
    <message>
        <source>Runner-up</source>
        <translation>次选</translation>
    </message>
    <message>
        <source>The verdict that came second</source>
        <translation>排在第二的结论</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Source, test, script, ...</source>
        <translation>源码、测试、脚本……</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>包</translation>
    </message>
    <message>
        <source>First component of the name</source>
        <translation>名称的第一部分</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>波次</translation>
    </message>
    <message>
        <source>Earliest step of the roadmap that moves part of it</source>
        <translation>路线图中最早迁移其一部分的步骤</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Physical lines</source>
        <translation>物理行</translation>
    </message>
    <message>
        <source>Logical lines</source>
        <translation>逻辑行</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>语句</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Functions and methods</source>
        <translation>函数和方法</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类</translation>
    </message>
    <message>
        <source>Loose hints</source>
        <translation>宽松提示</translation>
    </message>
    <message>
        <source>Type hints that are there but say little (list, dict, object)</source>
        <translation>存在但信息量少的类型提示（list、dict、object）</translation>
    </message>
    <message>
        <source>Complexity</source>
        <translation>复杂度</translation>
    </message>
    <message>
        <source>Largest cognitive complexity of a function</source>
        <translation>函数的最大认知复杂度</translation>
    </message>
    <message>
        <source>Loop depth</source>
        <translation>循环深度</translation>
    </message>
    <message>
        <source>Deepest nesting of loops</source>
        <translation>循环的最深嵌套</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>被导入</translation>
    </message>
    <message>
        <source>Modules that import it</source>
        <translation>导入它的模块</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Modules of this repository that it imports</source>
        <translation>它导入的本仓库模块</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Whether it is part of an import cycle</source>
        <translation>是否处于导入循环中</translation>
    </message>
    <message>
        <source>in a cycle</source>
        <translation>在循环中</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>变更频度</translation>
    </message>
    <message>
        <source>Commits that changed it</source>
        <translation>改动过它的提交</translation>
    </message>
    <message>
        <source>Coroutines</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>Functions defined with async</source>
        <translation>以 async 定义的函数</translation>
    </message>
    <message>
        <source>Blocking calls</source>
        <translation>阻塞调用</translation>
    </message>
    <message>
        <source>Blocking calls inside async code</source>
        <translation>异步代码中的阻塞调用</translation>
    </message>
    <message>
        <source>I/O calls</source>
        <translation>I/O 调用</translation>
    </message>
    <message>
        <source>Calls that read or write files, sockets or databases</source>
        <translation>读写文件、套接字或数据库的调用</translation>
    </message>
    <message>
        <source>FFI uses</source>
        <translation>FFI 使用</translation>
    </message>
    <message>
        <source>Uses of native code, processes or pickling</source>
        <translation>对原生代码、进程或 pickle 的使用</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test files that use it</source>
        <translation>使用它的测试文件</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>File, relative to the analysed folder</source>
        <translation>文件，相对于所分析的文件夹</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ModulesPage</name>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Open module</source>
        <translation>打开模块</translation>
    </message>
    <message>
        <source>Open the selected module</source>
        <translation>打开所选模块</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>清除选择</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>需要决定</translation>
    </message>
    <message>
        <source>Worth moving</source>
        <translation>值得迁移</translation>
    </message>
    <message>
        <source>Needs something first</source>
        <translation>需要先做别的事</translation>
    </message>
    <message>
        <source>All judged modules</source>
        <translation>全部受评判的模块</translation>
    </message>
    <message>
        <source>Every file, tests too</source>
        <translation>每个文件，含测试</translation>
    </message>
    <message>
        <source>Which modules</source>
        <translation>哪些模块</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show all judged modules, without filters</source>
        <translation>显示全部受评判的模块，不筛选</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>将表格导出为 CSV</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>The table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>modules.csv</source>
        <translation>modules.csv</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 of %2 files</source>
        <translation>%2 个文件中的 %1</translation>
    </message>
    <message>
        <source>1 filter</source>
        <translation>1 个筛选</translation>
    </message>
    <message>
        <source>%1 filters</source>
        <translation>%1 个筛选</translation>
    </message>
    <message>
        <source>Columns, %1 of %2</source>
        <translation>列，%2 中的 %1</translation>
    </message>
    <message>
        <source>%1 selected   %2%3 of the run interpreted · %4</source>
        <translation>已选 %1   解释执行占运行时间的 %2%3 · %4</translation>
    </message>
    <message>
        <source>1 code line</source>
        <translation>1 行代码</translation>
    </message>
    <message>
        <source>%1 code lines</source>
        <translation>%1 行代码</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::Navigation</name>
    <message>
        <source>Go to %1</source>
        <translation>前往%1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>热度</translation>
    </message>
    <message>
        <source>no module judged</source>
        <translation>没有模块受到评判</translation>
    </message>
    <message>
        <source>Readiness %1 (%2)</source>
        <translation>就绪度 %1 (%2)</translation>
    </message>
    <message>
        <source>being analysed</source>
        <translation>正在分析</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>from loops and calls, no profile</source>
        <translation>由循环和调用得出，无剖析</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::NumberField</name>
    <message>
        <source>%1, in %2</source>
        <translation>%1，位于 %2</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Value and ease of every module</source>
        <translation>每个模块的价值与易行度</translation>
    </message>
    <message>
        <source>Value and ease as a table</source>
        <translation>以表格显示价值与易行度</translation>
    </message>
    <message>
        <source>Value and ease</source>
        <translation>价值与易行度</translation>
    </message>
    <message>
        <source>one mark per module; whiskers: range, dashed: estimated</source>
        <translation>每个模块一个标记；须线：范围，虚线：估计</translation>
    </message>
    <message>
        <source>Short list</source>
        <translation>短名单</translation>
    </message>
    <message>
        <source>Saves per run</source>
        <translation>每次运行节省</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Open the roadmap</source>
        <translation>打开路线图</translation>
    </message>
    <message>
        <source>Write the report…</source>
        <translation>撰写报告…</translation>
    </message>
    <message>
        <source>Not analysed</source>
        <translation>未分析</translation>
    </message>
    <message>
        <source>What would make this more certain</source>
        <translation>什么会使结论更确定</translation>
    </message>
    <message>
        <source>Run time, all steps done</source>
        <translation>全部步骤完成后的运行时间</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>把握有多大</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Code lines</source>
        <translation>代码行</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Type hints</source>
        <translation>类型提示</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>100 % stays</source>
        <translation>100 % 保留</translation>
    </message>
    <message>
        <source>100 % → %1%2</source>
        <translation>100 % → %1%2</translation>
    </message>
    <message>
        <source>no step would pay</source>
        <translation>没有一步划得来</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Low: little is known</source>
        <translation>低：所知甚少</translation>
    </message>
    <message>
        <source>≈ Estimated</source>
        <translation>≈ 估计</translation>
    </message>
    <message>
        <source>%1 stays on top in %2 of weightings</source>
        <translation>%1 在 %2 的权重组合中居首</translation>
    </message>
    <message>
        <source>Nothing is worth moving, and nothing needs a fix. Each module&apos;s page says why.</source>
        <translation>没有值得迁移的，也没有需要修复的。每个模块的页面说明原因。</translation>
    </message>
    <message>
        <source>None: %1</source>
        <translation>无：%1</translation>
    </message>
    <message>
        <source>files skipped, with reasons</source>
        <translation>跳过的文件，附理由</translation>
    </message>
    <message>
        <source>files parsed with errors</source>
        <translation>解析有错误的文件</translation>
    </message>
    <message>
        <source>dynamic imports</source>
        <translation>动态导入</translation>
    </message>
    <message>
        <source>imports not resolved</source>
        <translation>未解析的导入</translation>
    </message>
    <message>
        <source>of %1 calls not resolved</source>
        <translation>%1 个调用中未解析的</translation>
    </message>
    <message>
        <source>List every place</source>
        <translation>列出每一处</translation>
    </message>
    <message>
        <source>One place was left out or read in part.</source>
        <translation>有一处被略去或只读取了一部分。</translation>
    </message>
    <message>
        <source>%1 places were left out or read in part.</source>
        <translation>有 %1 处被略去或只读取了一部分。</translation>
    </message>
    <message>
        <source>Nothing would change the answer.</source>
        <translation>没有什么会改变答案。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::PackagesModel</name>
    <message>
        <source>Package</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Distribution and what is asked of it</source>
        <translation>发行包及对它的要求</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Modules that import it</source>
        <translation>导入它的模块</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Whether Rust has a counterpart</source>
        <translation>Rust 是否有对应库</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Candidates whose modules import it</source>
        <translation>其模块导入它的候选</translation>
    </message>
    <message>
        <source>Crate</source>
        <translation>Crate</translation>
    </message>
    <message>
        <source>What would take its place</source>
        <translation>由什么取代它</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What to know about it</source>
        <translation>需要知道的情况</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::PackagesPage</name>
    <message>
        <source>Packages</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Third-party packages</source>
        <translation>第三方包</translation>
    </message>
    <message>
        <source>from the manifests and the imports</source>
        <translation>来自清单和导入</translation>
    </message>
    <message>
        <source>Find a package</source>
        <translation>查找包</translation>
    </message>
    <message>
        <source>Nothing but the standard library is imported.</source>
        <translation>除标准库外没有导入任何东西。</translation>
    </message>
    <message>
        <source>No package</source>
        <translation>没有包</translation>
    </message>
    <message>
        <source>Declared, but no module imports it.</source>
        <translation>已声明，但没有模块导入它。</translation>
    </message>
    <message>
        <source>Imported by</source>
        <translation>被导入</translation>
    </message>
    <message>
        <source>Open module %1</source>
        <translation>打开模块 %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::Page</name>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>Counted so far</source>
        <translation>目前的计数</translation>
    </message>
    <message>
        <source>Looking for Python files…</source>
        <translation>正在查找 Python 文件…</translation>
    </message>
    <message>
        <source>%1 of %2 modules read, %3 to go.</source>
        <translation>%2 个模块中已读取 %1 个，还剩 %3 个。</translation>
    </message>
    <message>
        <source>All %1 modules read; weighing them.</source>
        <translation>全部 %1 个模块已读取；正在权衡。</translation>
    </message>
    <message>
        <source>Counting… stage %1 of %2: %3</source>
        <translation>正在计数… 第 %1 阶段，共 %2：%3</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::PagesPreview</name>
    <message>
        <source>Page of the report</source>
        <translation>报告页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>as it will print, live</source>
        <translation>与打印结果一致，实时</translation>
    </message>
    <message>
        <source>Pages of the report</source>
        <translation>报告的各页</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::PaletteModel</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::PlanNotices</name>
    <message>
        <source>1 exclude</source>
        <translation>1 项排除</translation>
    </message>
    <message>
        <source>%1 excludes</source>
        <translation>%1 项排除</translation>
    </message>
    <message>
        <source>1 root</source>
        <translation>1 个根</translation>
    </message>
    <message>
        <source>%1 roots</source>
        <translation>%1 个根</translation>
    </message>
    <message>
        <source>1 role</source>
        <translation>1 个角色</translation>
    </message>
    <message>
        <source>%1 roles</source>
        <translation>%1 个角色</translation>
    </message>
    <message>
        <source>1 weight</source>
        <translation>1 个权重</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1 个权重</translation>
    </message>
    <message>
        <source>1 cost or threshold</source>
        <translation>1 项成本或阈值</translation>
    </message>
    <message>
        <source>%1 costs and thresholds</source>
        <translation>%1 项成本和阈值</translation>
    </message>
    <message>
        <source>1 verdict set by hand</source>
        <translation>1 个手工设定的结论</translation>
    </message>
    <message>
        <source>%1 verdicts set by hand</source>
        <translation>%1 个手工设定的结论</translation>
    </message>
    <message>
        <source>1 decision about the plan</source>
        <translation>1 个关于计划的决定</translation>
    </message>
    <message>
        <source>%1 decisions about the plan</source>
        <translation>%1 个关于计划的决定</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 个回答</translation>
    </message>
    <message>
        <source>%1 answers</source>
        <translation>%1 个回答</translation>
    </message>
    <message>
        <source>dates, team or money</source>
        <translation>日期、团队或金额</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>使用它们</translation>
    </message>
    <message>
        <source>Use the settings of the folder</source>
        <translation>使用该文件夹的设置</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Leave the settings of the folder alone</source>
        <translation>不理会该文件夹的设置</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Work it in</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Work the change into the plan</source>
        <translation>将更改计入计划</translation>
    </message>
    <message>
        <source>Your last change is kept, but not in the plan you see.</source>
        <translation>您的最后一次更改已保留，但不在您看到的计划中。</translation>
    </message>
    <message>
        <source>The analysis it needs was stopped or has failed.</source>
        <translation>它所需的分析被停止或失败了。</translation>
    </message>
    <message>
        <source>This folder brings settings of its own (%1).</source>
        <translation>此文件夹自带设置（%1）。</translation>
    </message>
    <message>
        <source>They hold %1. They are not used unless you say so.</source>
        <translation>其中有 %1。除非您同意，否则不会使用。</translation>
    </message>
    <message>
        <source>They last until the folder is closed; an exported file keeps them.</source>
        <translation>它们保留到文件夹关闭为止；导出文件可保留它们。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::QuadrantView</name>
    <message>
        <source>%1 modules by value and ease, each with its verdict; the table twin lists them. %2</source>
        <translation>%1 个模块按价值和易行度排布，各带结论；对应的表格列出它们。%2</translation>
    </message>
    <message>
        <source>%1: %2, value %3 (%4), ease %5 (%6)</source>
        <translation>%1：%2，价值 %3 (%4)，易行度 %5 (%6)</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>No module was judged: only source files and scripts are.</source>
        <translation>没有模块受到评判：只评判源文件和脚本。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::RanksModel</name>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>By readiness, under these settings</source>
        <translation>按就绪度，依据这些设置</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>The last two parts of its name</source>
        <translation>其名称的最后两部分</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>0 to 100, likely</source>
        <translation>0 到 100，可能值</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Places gained or lost since the settings were opened</source>
        <translation>自打开设置以来升降的名次</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ReadingSection</name>
    <message>
        <source>What is read</source>
        <translation>读取的内容</translation>
    </message>
    <message>
        <source>Which files are part of the answer. A change here needs the folder to be analysed again.</source>
        <translation>哪些文件属于答案。此处的更改需要重新分析文件夹。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>One pattern per line, as in .gitignore: legacy/</source>
        <translation>每行一个模式，如 .gitignore 中：legacy/</translation>
    </message>
    <message>
        <source>Patterns of files to leave out, one per line</source>
        <translation>要略去的文件的模式，每行一个</translation>
    </message>
    <message>
        <source>Import from</source>
        <translation>导入起点</translation>
    </message>
    <message>
        <source>One folder per line; none: found by itself</source>
        <translation>每行一个文件夹；空：自动查找</translation>
    </message>
    <message>
        <source>Folders that modules are imported from, one per line</source>
        <translation>模块由此导入的文件夹，每行一个</translation>
    </message>
    <message>
        <source>Roles by pattern</source>
        <translation>按模式定角色</translation>
    </message>
    <message>
        <source>The last pattern that matches a file wins.</source>
        <translation>最后一个匹配文件的模式生效。</translation>
    </message>
    <message>
        <source>Add a role</source>
        <translation>添加角色</translation>
    </message>
    <message>
        <source>Apply and analyse again</source>
        <translation>应用并重新分析</translation>
    </message>
    <message>
        <source>Pattern of files</source>
        <translation>文件的模式</translation>
    </message>
    <message>
        <source>Role of these files</source>
        <translation>这些文件的角色</translation>
    </message>
    <message>
        <source>Remove this role</source>
        <translation>移除此角色</translation>
    </message>
    <message>
        <source>Not applied yet.</source>
        <translation>尚未应用。</translation>
    </message>
    <message>
        <source>Applied; the folder has not been analysed again yet.</source>
        <translation>已应用；文件夹尚未重新分析。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ReasonDialog</name>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason, required</source>
        <translation>理由，必填</translation>
    </message>
    <message>
        <source>What you know that the analysis does not</source>
        <translation>您知道而分析不知道的事</translation>
    </message>
    <message>
        <source>The report prints it beside the decision.</source>
        <translation>报告会把它印在决定旁边。</translation>
    </message>
    <message>
        <source>Set the verdict</source>
        <translation>设定结论</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ReportPage</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>%1, page %2</source>
        <translation>%1，第 %2 页</translation>
    </message>
    <message>
        <source>%1, in this order</source>
        <translation>%1，按此顺序</translation>
    </message>
    <message>
        <source>The report could not be laid out: %1.</source>
        <translation>报告无法排版：%1。</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>导出 PDF…</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>The summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>报告的章节</translation>
    </message>
    <message>
        <source>On the cover</source>
        <translation>封面</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>who it is for</source>
        <translation>报告给谁</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>who signs it</source>
        <translation>由谁署名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Python-to-Rust readiness audit</source>
        <translation>Python 到 Rust 就绪度审计</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>保密级别</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>Strictly confidential</source>
        <translation>绝密</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>徽标</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>选择徽标</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>移除徽标</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>same input, same bytes</source>
        <translation>相同输入，相同字节</translation>
    </message>
    <message>
        <source>Leave out source code</source>
        <translation>略去源代码</translation>
    </message>
    <message>
        <source>Attach the data as JSON</source>
        <translation>以 JSON 附上数据</translation>
    </message>
    <message>
        <source>Also as</source>
        <translation>另存格式</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Export JSON</source>
        <translation>导出 JSON</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>Export Markdown</source>
        <translation>导出 Markdown</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>导出 PDF</translation>
    </message>
    <message>
        <source>none printed</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>Laying out the pages…</source>
        <translation>正在排版…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Pictures (*.svg *.png *.jpg *.jpeg)</source>
        <translation>图片 (*.svg *.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::RoadmapDetails</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Details of the step</source>
        <translation>步骤详情</translation>
    </message>
    <message>
        <source>No step is planned.</source>
        <translation>没有计划步骤。</translation>
    </message>
    <message>
        <source>Small steps</source>
        <translation>小步骤</translation>
    </message>
    <message>
        <source>%1, joined in the figure. The table lists each.</source>
        <translation>%1，在图中合并。表格逐一列出。</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>Show the steps as a table</source>
        <translation>以表格显示步骤</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 个模块</translation>
    </message>
    <message>
        <source>%1 modules</source>
        <translation>%1 个模块</translation>
    </message>
    <message>
        <source>Open module %1</source>
        <translation>打开模块 %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>Crossings</source>
        <translation>跨界调用</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation>关键程度</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>第 %1 波</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>Change this step…</source>
        <translation>更改此步骤…</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Saves</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Of the run</source>
        <translation>占运行时间</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Wave starts</source>
        <translation>波次开始</translation>
    </message>
    <message>
        <source>Wave ends</source>
        <translation>波次结束</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>介于</translation>
    </message>
    <message>
        <source>Wave takes</source>
        <translation>波次耗时</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <translation>%1 周</translation>
    </message>
    <message>
        <source>Needs first</source>
        <translation>需先完成</translation>
    </message>
    <message>
        <source>Cheaper than Rust</source>
        <translation>比 Rust 更便宜</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>风险</translation>
    </message>
    <message>
        <source>A faithful port keeps in mind</source>
        <translation>忠实的移植须注意</translation>
    </message>
    <message>
        <source>Done when</source>
        <translation>完成标准</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Stop when</source>
        <translation>何时停止</translation>
    </message>
    <message>
        <source>The way back</source>
        <translation>退路</translation>
    </message>
    <message>
        <source>Dearest crossings</source>
        <translation>最贵的跨界调用</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::RoadmapPage</name>
    <message>
        <source>Reset to the proposed plan</source>
        <translation>重置为建议的计划</translation>
    </message>
    <message>
        <source>Plan for…</source>
        <translation>计划条件…</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>计划：%1</translation>
    </message>
    <message>
        <source>As proposed. Drag a card to another wave, or open its menu.</source>
        <translation>按建议。可将卡片拖到另一波次，或打开其菜单。</translation>
    </message>
    <message>
        <source>1 decision by hand.</source>
        <translation>1 个手工决定。</translation>
    </message>
    <message>
        <source>%1 decisions by hand.</source>
        <translation>%1 个手工决定。</translation>
    </message>
    <message>
        <source>Preparing the plan for changes…</source>
        <translation>正在为更改准备计划…</translation>
    </message>
    <message>
        <source>Move to wave</source>
        <translation>移到波次</translation>
    </message>
    <message>
        <source>%1, a new one</source>
        <translation>%1，新的</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Move to wave…</source>
        <translation>移到波次…</translation>
    </message>
    <message>
        <source>Merge the %1 chosen steps</source>
        <translation>合并所选的 %1 个步骤</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>合并到</translation>
    </message>
    <message>
        <source>Split…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Keep in Python…</source>
        <translation>留在 Python…</translation>
    </message>
    <message>
        <source>Set the verdict by hand…</source>
        <translation>手工设定结论…</translation>
    </message>
    <message>
        <source>Show its boundary</source>
        <translation>显示其边界</translation>
    </message>
    <message>
        <source>Move %1 to wave %2</source>
        <translation>将 %1 移到第 %2 波</translation>
    </message>
    <message>
        <source>Merge %1 with %2</source>
        <translation>将 %1 与 %2 合并</translation>
    </message>
    <message>
        <source>Merge %1 steps</source>
        <translation>合并 %1 个步骤</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>Set the verdict of %1</source>
        <translation>设定 %1 的结论</translation>
    </message>
    <message>
        <source>It holds for its module, whatever the analysis says.</source>
        <translation>无论分析怎么说，它对其模块有效。</translation>
    </message>
    <message>
        <source>It holds for its %1 modules, whatever the analysis says.</source>
        <translation>无论分析怎么说，它对其 %1 个模块有效。</translation>
    </message>
    <message>
        <source>%1: %2 by hand</source>
        <translation>%1：%2，手工</translation>
    </message>
    <message>
        <source>Keep %1 in Python</source>
        <translation>将 %1 留在 Python</translation>
    </message>
    <message>
        <source>Its units are taken out of the plan. Other steps that count on them are named.</source>
        <translation>其单元会从计划中移除。依赖它们的其他步骤会被指出。</translation>
    </message>
    <message>
        <source>Roadmap</source>
        <translation>路线图</translation>
    </message>
    <message>
        <source>Steps of the roadmap</source>
        <translation>路线图的步骤</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>波次</translation>
    </message>
    <message>
        <source>card: likely effort; dashed: up to the high end; arrows: needs the other first</source>
        <translation>卡片：可能的工作量；虚线：至高值；箭头：需要先完成另一个</translation>
    </message>
    <message>
        <source>Plan for a team and a start</source>
        <translation>按团队和开始日期计划</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
    <message>
        <source>Money and more…</source>
        <translation>金额及更多…</translation>
    </message>
    <message>
        <source>Money and more, in the settings</source>
        <translation>设置中的金额及更多</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>另有 %1 项。</translation>
    </message>
    <message>
        <source>The plan breaks one thing.</source>
        <translation>计划打破了一件事。</translation>
    </message>
    <message>
        <source>The plan breaks %1 things.</source>
        <translation>计划打破了 %1 件事。</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤销它</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>撤销最后的更改</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::RoadmapView</name>
    <message>
        <source>%1 waves with %2 steps over person-days, and the share of the run saved by then; the table twin lists them.</source>
        <translation>%1 个波次，%2 个步骤，沿人日排布，以及届时节省的运行时间份额；对应的表格列出它们。</translation>
    </message>
    <message>
        <source>No step is planned.</source>
        <translation>没有计划步骤。</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>, saves %1 (%2) of the run</source>
        <translation>，节省运行时间的 %1 (%2)</translation>
    </message>
    <message>
        <source>, set by hand</source>
        <translation>，手工设定</translation>
    </message>
    <message>
        <source>in wave %1</source>
        <translation>在第 %1 波</translation>
    </message>
    <message>
        <source>needs %1 first</source>
        <translation>需要先完成 %1</translation>
    </message>
    <message>
        <source>broken: needs %1 first, which is planned later</source>
        <translation>已打破：需要先完成 %1，而它计划在后面</translation>
    </message>
    <message>
        <source>Ctrl with the arrow keys moves it to another wave</source>
        <translation>Ctrl 加方向键将其移到另一波次</translation>
    </message>
    <message>
        <source>Merge with %1</source>
        <translation>与 %1 合并</translation>
    </message>
    <message>
        <source>Wave 0 prepares; what moves starts in wave 1</source>
        <translation>第 0 波作准备；迁移从第 1 波开始</translation>
    </message>
    <message>
        <source>Drop it on a wave</source>
        <translation>放到某个波次上</translation>
    </message>
    <message>
        <source>Wave %1, as now</source>
        <translation>第 %1 波，同现在</translation>
    </message>
    <message>
        <source>Wave %1 → new wave %2</source>
        <translation>第 %1 波 → 新的第 %2 波</translation>
    </message>
    <message>
        <source>Wave %1 → wave %2</source>
        <translation>第 %1 波 → 第 %2 波</translation>
    </message>
    <message>
        <source>wave %1 needs it first</source>
        <translation>第 %1 波需要先完成它</translation>
    </message>
    <message>
        <source>it needs %1 first</source>
        <translation>它需要先完成 %1</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::RunSplitView</name>
    <message>
        <source>The run: interpreted, native, waiting</source>
        <translation>运行：解释执行、原生、等待</translation>
    </message>
    <message>
        <source>%1 of the run interpreted, %2 native, %3 waiting</source>
        <translation>运行时间中解释执行 %1，原生 %2，等待 %3</translation>
    </message>
    <message>
        <source>interpreted</source>
        <translation>解释执行</translation>
    </message>
    <message>
        <source>Rust can shorten this</source>
        <translation>Rust 能缩短这部分</translation>
    </message>
    <message>
        <source>native</source>
        <translation>原生</translation>
    </message>
    <message>
        <source>already C or Rust</source>
        <translation>已是 C 或 Rust</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>disk, network</source>
        <translation>磁盘、网络</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::SaveProblemDialog</name>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>另存到别处…</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::SectionDelegate</name>
    <message>
        <source>p. %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::Session</name>
    <message>
        <source>Use the settings of the folder</source>
        <translation>使用该文件夹的设置</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::SettingsDialog</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Export settings…</source>
        <translation>导出设置…</translation>
    </message>
    <message>
        <source>Import settings…</source>
        <translation>导入设置…</translation>
    </message>
    <message>
        <source>Settings – Ferroscope</source>
        <translation>设置 – Ferroscope</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Last change: %1</source>
        <translation>最后更改：%1</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::SettingsKeeper</name>
    <message>
        <source>The settings kept for this folder cannot be understood (%1); it is analysed without them.</source>
        <translation>为此文件夹保存的设置无法理解（%1）；分析时未使用它们。</translation>
    </message>
    <message>
        <source>Changes of the plan are not kept: this program could not open its store.</source>
        <translation>计划的更改不会保留：本程序无法打开其存储。</translation>
    </message>
    <message>
        <source>Changes of the plan are not kept: another program holds the store.</source>
        <translation>计划的更改不会保留：另一个程序占用着存储。</translation>
    </message>
    <message>
        <source>Changes of the plan are not kept: the store cannot be written (%1).</source>
        <translation>计划的更改不会保留：存储无法写入（%1）。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::ShortListModel</name>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What would be done</source>
        <translation>将要做什么</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>The strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Saves</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Share of the run saved, net of crossings, in percent</source>
        <translation>节省的运行时间份额，已扣跨界调用，百分比</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Person-days</source>
        <translation>人日</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Modules it touches</source>
        <translation>它涉及的模块</translation>
    </message>
    <message>
        <source>no profile covers it</source>
        <translation>没有剖析覆盖它</translation>
    </message>
    <message>
        <source>1 module</source>
        <translation>1 个模块</translation>
    </message>
    <message>
        <source>%1 modules</source>
        <translation>%1 个模块</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::SplitDialog</name>
    <message>
        <source>Split %1</source>
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>Tick what becomes a step of its own. Units that share state move together all the same; the plan says where that is broken.</source>
        <translation>勾选要单独成为一步的内容。共享状态的单元仍会一起迁移；计划会说明哪里因此被打破。</translation>
    </message>
    <message>
        <source>Units to split off</source>
        <translation>要拆出的单元</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>All of them would leave nothing behind.</source>
        <translation>全部勾选就什么也不剩了。</translation>
    </message>
    <message>
        <source>%1 apart, %2 stay together.</source>
        <translation>拆出 %1，保留 %2。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::SplitKey</name>
    <message>
        <source>Key: interpreted, native, waiting</source>
        <translation>图例：解释执行、原生、等待</translation>
    </message>
    <message>
        <source>interpreted</source>
        <translation>解释执行</translation>
    </message>
    <message>
        <source>native</source>
        <translation>原生</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::StartPage</name>
    <message>
        <source>Drop a Python folder here</source>
        <translation>将 Python 文件夹拖到这里</translation>
    </message>
    <message>
        <source>or a git repository; nothing else is needed</source>
        <translation>或 git 仓库；此外什么都不需要</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>%1, readiness %2, analysed %3, %4. %5</source>
        <translation>%1，就绪度 %2，分析于 %3，%4。%5</translation>
    </message>
    <message>
        <source>%1 is no longer there</source>
        <translation>%1 已不在那里</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>就绪度</translation>
    </message>
    <message>
        <source>Analysed</source>
        <translation>分析于</translation>
    </message>
    <message>
        <source>Which Python is worth moving to Rust?</source>
        <translation>哪些 Python 值得迁往 Rust？</translation>
    </message>
    <message>
        <source>Open a repository and get a verdict for every module, with the evidence. Very often the answer is to leave it.</source>
        <translation>打开一个仓库，每个模块都得到结论和证据。很多时候，答案是维持原样。</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open a folder with Python (Ctrl+O)</source>
        <translation>打开包含 Python 的文件夹 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Sample project: every kind of verdict</source>
        <translation>示例项目：各种结论齐全</translation>
    </message>
    <message>
        <source>Works offline. Nothing leaves this computer.</source>
        <translation>可离线使用。没有任何内容离开这台计算机。</translation>
    </message>
    <message>
        <source>Code is read, never executed or imported.</source>
        <translation>代码只被读取，绝不执行或导入。</translation>
    </message>
    <message>
        <source>Nothing is written inside the repository.</source>
        <translation>不会在仓库内写入任何内容。</translation>
    </message>
    <message>
        <source>No project has been analysed yet. The ones you open are listed here, with their readiness and the date.</source>
        <translation>还没有分析过项目。您打开的项目会列在这里，附就绪度和日期。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>从此列表移除</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::StatePage</name>
    <message>
        <source>(%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 已不在那里。</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. It may have been moved, renamed or be on a drive that is not connected.</source>
        <translation>文件夹 %1 不存在。它可能被移动、重命名，或位于未连接的驱动器上。</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder.</source>
        <translation>%1 是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>Ferroscope looks at whole repositories: open the folder that holds %1.</source>
        <translation>Ferroscope 看的是整个仓库：请打开包含 %1 的文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>The system refused to list %1%2. Grant yourself the right to read it, then try again.</source>
        <translation>系统拒绝列出 %1%2。请为自己授予读取权限，然后再试。</translation>
    </message>
    <message>
        <source>There is no Python in %1.</source>
        <translation>%1 中没有 Python。</translation>
    </message>
    <message>
        <source>Every file below %1 was looked at, except what .gitignore and the usual exclude list leave out%2. Open the folder that holds the Python sources.</source>
        <translation>已查看 %1 下的每个文件，除 .gitignore 和通常的排除列表略去的之外%2。请打开包含 Python 源文件的文件夹。</translation>
    </message>
    <message>
        <source>%1 could not be analysed.</source>
        <translation>无法分析 %1。</translation>
    </message>
    <message>
        <source>Something went wrong inside Ferroscope%1. Nothing in the folder was changed. Trying again is safe.</source>
        <translation>Ferroscope 内部出了问题%1。文件夹中没有任何改动。可以放心再试。</translation>
    </message>
    <message>
        <source>Open another folder…</source>
        <translation>打开另一个文件夹…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>返回开始页</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel the analysis</source>
        <translation>取消分析</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>分析的进度</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1，%2 / %3</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::StepRow</name>
    <message>
        <source>Step: %1</source>
        <translation>步骤：%1</translation>
    </message>
    <message>
        <source>%1, %2. Saves %3. Effort %4.</source>
        <translation>%1，%2。节省 %3。工作量 %4。</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1: open what it is about</source>
        <translation>%1：打开其对象</translation>
    </message>
    <message>
        <source>? not known</source>
        <translation>? 未知</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::StepsModel</name>
    <message>
        <source>Wave</source>
        <translation>波次</translation>
    </message>
    <message>
        <source>Step of the roadmap</source>
        <translation>路线图的步骤</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>工作量</translation>
    </message>
    <message>
        <source>Person-days: likely, and low to high</source>
        <translation>人日：可能值，低到高</translation>
    </message>
    <message>
        <source>Saves</source>
        <translation>节省</translation>
    </message>
    <message>
        <source>Share of the run, in percent</source>
        <translation>占运行时间的份额，百分比</translation>
    </message>
    <message>
        <source>Saved so far</source>
        <translation>至此节省</translation>
    </message>
    <message>
        <source>Share of the run saved once this step is done</source>
        <translation>此步骤完成后节省的运行时间份额</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Modules it touches</source>
        <translation>它涉及的模块</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::TableDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::TableFilter</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::TeamSection</name>
    <message>
        <source>Team and money</source>
        <translation>团队与金额</translation>
    </message>
    <message>
        <source>With a team the plan shows weeks, with a start dates, with rates money. What is not given is not assumed.</source>
        <translation>给出团队，计划显示周数；给出开始日期，显示日期；给出费率，显示金额。未给出的不作假设。</translation>
    </message>
    <message>
        <source>Day rate</source>
        <translation>日费率</translation>
    </message>
    <message>
        <source>per person-day</source>
        <translation>每人日</translation>
    </message>
    <message>
        <source>Machines that run this code</source>
        <translation>运行此代码的机器</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Growth of the load</source>
        <translation>负载增长</translation>
    </message>
    <message>
        <source>% per year</source>
        <translation>% 每年</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>时间跨度</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Team and calendar</source>
        <translation>团队与日历</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Currency, three letters</source>
        <translation>货币，三个字母</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Three letters, as in EUR</source>
        <translation>三个字母，如 EUR</translation>
    </message>
    <message>
        <source>With it the plan has a price</source>
        <translation>给出后计划有价格</translation>
    </message>
    <message>
        <source>With it the plan has a saving</source>
        <translation>给出后计划有节省额</translation>
    </message>
    <message>
        <source>The saving grows with it</source>
        <translation>节省额随之增长</translation>
    </message>
    <message>
        <source>For the cost of doing nothing</source>
        <translation>用于计算不作为的代价</translation>
    </message>
    <message>
        <source>Currency: %1</source>
        <translation>货币：%1</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 not given</source>
        <translation>%1未给出</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::TermsForm</name>
    <message>
        <source>Start of the work</source>
        <translation>工作开始日期</translation>
    </message>
    <message>
        <source>Developers, full-time</source>
        <translation>开发者，全职</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Share of their time</source>
        <translation>他们的时间份额</translation>
    </message>
    <message>
        <source>Ramp-up per developer without Rust</source>
        <translation>每位不会 Rust 的开发者的上手时间</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>not given: 70 %</source>
        <translation>未给出：70 %</translation>
    </message>
    <message>
        <source>not given: 14 weeks</source>
        <translation>未给出：14 周</translation>
    </message>
    <message>
        <source>Rust experience of the team</source>
        <translation>团队的 Rust 经验</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>some</source>
        <translation>有一些</translation>
    </message>
    <message>
        <source>fluent</source>
        <translation>熟练</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Developers</source>
        <translation>开发者</translation>
    </message>
    <message>
        <source>Rust experience</source>
        <translation>Rust 经验</translation>
    </message>
    <message>
        <source>Ramp-up</source>
        <translation>上手时间</translation>
    </message>
    <message>
        <source>Start not given</source>
        <translation>开始日期未给出</translation>
    </message>
    <message>
        <source>Start on %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>Plan for %1 developers</source>
        <translation>按 %1 名开发者计划</translation>
    </message>
    <message>
        <source>Developers not given</source>
        <translation>开发者未给出</translation>
    </message>
    <message>
        <source>Share of the developers&apos; time</source>
        <translation>开发者的时间份额</translation>
    </message>
    <message>
        <source>Ramp-up of a developer</source>
        <translation>一名开发者的上手时间</translation>
    </message>
    <message>
        <source>Rust experience: %1</source>
        <translation>Rust 经验：%1</translation>
    </message>
    <message>
        <source>1 developer</source>
        <translation>1 名开发者</translation>
    </message>
    <message>
        <source>%1 developers</source>
        <translation>%1 名开发者</translation>
    </message>
    <message>
        <source> at %1</source>
        <translation>，占 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>自 %1</translation>
    </message>
    <message>
        <source>no Rust yet</source>
        <translation>尚无 Rust</translation>
    </message>
    <message>
        <source>some Rust</source>
        <translation>有一些 Rust</translation>
    </message>
    <message>
        <source>fluent in Rust</source>
        <translation>熟练 Rust</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::TimeBarView</name>
    <message>
        <source>Time of the module</source>
        <translation>模块的时间</translation>
    </message>
    <message>
        <source>%1 interpreted, %2 native, %3 waiting, of the run</source>
        <translation>运行时间中解释执行 %1，原生 %2，等待 %3</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::TopBar</name>
    <message>
        <source>Go to module, page, command</source>
        <translation>前往模块、页面、命令</translation>
    </message>
    <message>
        <source>Go to module, page or command</source>
        <translation>前往模块、页面或命令</translation>
    </message>
    <message>
        <source>Go to module, page or command (Ctrl+K)</source>
        <translation>前往模块、页面或命令 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>返回到 %1</translation>
    </message>
    <message>
        <source>You are at %1</source>
        <translation>您在 %1</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单 (F10)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Back (Alt+Left)</source>
        <translation>后退 (Alt+Left)</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Forward (Alt+Right)</source>
        <translation>前进 (Alt+Right)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>重新分析</translation>
    </message>
    <message>
        <source>Analyse again (F5)</source>
        <translation>重新分析 (F5)</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::Tour</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Back in the tour</source>
        <translation>导览中后退</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next step of the tour</source>
        <translation>导览的下一步</translation>
    </message>
    <message>
        <source>End</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>结束导览</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Done with the tour</source>
        <translation>完成导览</translation>
    </message>
    <message>
        <source>Tour, step %1 of %2: %3</source>
        <translation>导览，第 %1 步，共 %2 步：%3</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::TreemapView</name>
    <message>
        <source>%1 modules, size by %2, colour by %3; the table twin lists them.</source>
        <translation>%1 个模块，大小按%2，颜色按%3；对应的表格列出它们。</translation>
    </message>
    <message>
        <source>There is no file of this kind here; “All” shows every file.</source>
        <translation>这里没有此类文件；“全部”显示每个文件。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::UnitsModel</name>
    <message>
        <source>Not proposed, next to it</source>
        <translation>未被建议，与之相邻</translation>
    </message>
    <message>
        <source>moves with 1 other: they share state</source>
        <translation>与另外 1 个一起迁移：它们共享状态</translation>
    </message>
    <message>
        <source>moves with %1 others: they share state</source>
        <translation>与另外 %1 个一起迁移：它们共享状态</translation>
    </message>
    <message>
        <source>%1 in %2, %3 of the run</source>
        <translation>%1，位于 %2，占运行时间的 %3</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::VerdictStrip</name>
    <message>
        <source>Verdicts</source>
        <translation>结论</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::WaterfallsView</name>
    <message>
        <source>Value and ease, each adding up</source>
        <translation>价值与易行度，各自合计</translation>
    </message>
    <message>
        <source>Value %1 (%2) from three criteria, ease %3 (%4) from six; the table twin lists each contribution.</source>
        <translation>价值 %1 (%2) 由三条准则得出，易行度 %3 (%4) 由六条得出；对应的表格列出每项贡献。</translation>
    </message>
    <message>
        <source>Click to read what this criterion asks.</source>
        <translation>单击以了解此准则问的是什么。</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::WaveDialog</name>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>波次</translation>
    </message>
    <message>
        <source>Wave %1, a new one</source>
        <translation>第 %1 波，新的</translation>
    </message>
    <message>
        <source>Wave %1, as now</source>
        <translation>第 %1 波，同现在</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>第 %1 波</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::WeightsSection</name>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>How much each question counts. Within a group only the proportion matters; 0 leaves a question out.</source>
        <translation>每个问题占多少分量。组内只看比例；0 表示略去该问题。</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>易行度</translation>
    </message>
    <message>
        <source>Reset all weights</source>
        <translation>重置全部权重</translation>
    </message>
    <message>
        <source>Leading now</source>
        <translation>目前领先</translation>
    </message>
    <message>
        <source>by readiness</source>
        <translation>按就绪度</translation>
    </message>
    <message>
        <source>Modules that lead under these weights</source>
        <translation>依据这些权重领先的模块</translation>
    </message>
    <message>
        <source>Weight of %1, in points</source>
        <translation>%1的权重，以点计</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>%1的权重</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Share of its group</source>
        <translation>占所在组的份额</translation>
    </message>
    <message>
        <source>Weight of %1: %2</source>
        <translation>%1的权重：%2</translation>
    </message>
</context>
<context>
    <name>ferroscope::ui::WindowSection</name>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>How it looks on this computer. No plan depends on it.</source>
        <translation>它在这台计算机上的外观。不影响任何计划。</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Size of text and controls, in percent</source>
        <translation>文字和控件的大小，百分比</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>With the next start</source>
        <translation>下次启动时生效</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Which Python is worth moving to Rust?</source>
        <translation>哪些 Python 值得迁往 Rust？</translation>
    </message>
    <message>
        <source>folder with Python to open</source>
        <translation>要打开的包含 Python 的文件夹</translation>
    </message>
</context>
</TS>
