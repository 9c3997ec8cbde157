# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sequences, alignments, trees and records."""
import io

from Bio import AlignIO, Phylo, Seq, SeqIO, SeqRecord, motifs, pairwise2
from Bio.Phylo.TreeConstruction import DistanceCalculator, DistanceTreeConstructor
from Bio.SeqUtils import GC, MeltingTemp, ProtParam

ANALYZE = "Bio"
PACKAGES = ["python3-biopython", "python3-numpy"]


def work():
    bases = [Seq.Seq(("ACGTTGCA" * 30)[i:i + 60]) for i in range(30)]
    records = [SeqRecord.SeqRecord(b, id="s%d" % i, description="d", annotations={"molecule_type": "DNA"}) for i, b in enumerate(bases)]
    for record in records:
        (record.seq.translate(), record.seq.reverse_complement(), GC(record.seq), record.upper(), record.format("fasta"))
        MeltingTemp.Tm_NN(record.seq[:20])
        protein = ProtParam.ProteinAnalysis(str(record.seq.translate(to_stop=True)) or "MKV")
        (protein.molecular_weight(), protein.count_amino_acids())
    for kind in ("fasta", "genbank", "embl", "tab"):
        text = io.StringIO()
        SeqIO.write(records, text, kind)
        text.seek(0)
        list(SeqIO.parse(text, kind))
    pairwise2.align.globalms("ACGTACGTTAG" * 2, "ACGTTCGTAG" * 2, 2, -1, -0.5, -0.1)
    text = ">a\n" + "".join(">s%d\n%s\n" % (i, r.seq[:40]) for i, r in enumerate(records[:8]))
    alignment = AlignIO.read(io.StringIO(text[3:]), "fasta")
    tree = DistanceTreeConstructor(DistanceCalculator("identity"), "nj").build_tree(alignment)
    Phylo.draw_ascii(tree, file=io.StringIO())
    out = io.StringIO()
    for kind in ("newick", "nexus"):
        Phylo.write(tree, io.StringIO(), kind)
    Phylo.write(tree, out, "newick")
    out.seek(0)
    again = Phylo.read(out, "newick")
    (again.total_branch_length(), list(again.find_clades()), again.depths())
    motif = motifs.create([Seq.Seq("TACAA"), Seq.Seq("TACGC"), Seq.Seq("TACAC")])
    (motif.consensus, motif.pwm, motif.reverse_complement())
